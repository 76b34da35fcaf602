import { z } from 'zod';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.dockerDefaults;

export const hostDockerDefaultsMode = defineControl({
  id: 'host-docker-defaults-mode',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only root can change the engine’s defaults file',
    zh: '仅 root 可修改引擎默认参数文件',
  },
  failingTitle: {
    en: 'Accounts other than root can change the engine’s defaults file',
    zh: 'root 以外的账户可修改引擎默认参数文件',
  },
  rationale: {
    en: 'Where the service reads /etc/default/docker, one line that another account adds is a flag of a program that runs as root.',
    zh: '服务若读取 /etc/default/docker，其他账户添加的一行内容就会成为以 root 运行的程序的参数。',
  },
  remediation: {
    en: 'chmod 0644 /etc/default/docker',
    zh: '执行 chmod 0644 /etc/default/docker。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o644).meta({
      en: 'Bits that may be set. 0o644: everybody may read, root alone may write, nobody runs it.',
      zh: '允许设置的权限位。0o644：人人可读，仅 root 可写，无需执行权限。',
    }),
  }),
  applies: hasFile(pick, text('file /etc/default/docker', ' /etc/default/docker 文件')),
  check: modeAllowed(pick),
});
