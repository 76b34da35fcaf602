import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const directory = (h: HostFacts) => h.files.dockerDirectory;

export const hostDockerDirectoryMode = defineControl({
  id: 'host-docker-directory-mode',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only root can put files into /etc/docker',
    zh: '仅 root 可在 /etc/docker 中写入文件',
  },
  failingTitle: {
    en: 'Accounts other than root can put files into /etc/docker',
    zh: 'root 以外的账户可在 /etc/docker 中写入文件',
  },
  rationale: {
    en: 'Anyone who may write to the directory can exchange daemon.json or a registry’s certificate, whatever the modes of the files themselves say.',
    zh: '能写该目录的人，无论文件自身权限如何，都能替换 daemon.json 或仓库证书。',
  },
  remediation: {
    en: 'chmod 0755 /etc/docker',
    zh: '执行 chmod 0755 /etc/docker。',
  },
  references: [
    'https://docs.docker.com/engine/security/certificates/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o755).meta({
      en: 'Bits that may be set. 0o755: root alone may write.',
      zh: '允许设置的权限位。0o755：仅 root 可写。',
    }),
  }),
  applies: hasFile(directory, text('directory /etc/docker', ' /etc/docker 目录')),
  check: modeAllowed(directory),
});
