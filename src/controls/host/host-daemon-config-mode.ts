import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';

const configuration = (h: HostFacts) => h.files.daemonConfig;

export const hostDaemonConfigMode = defineControl({
  id: 'host-daemon-config-mode',
  subject: host,
  // What is written takes effect when the engine starts again.
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only root can change the engine’s configuration',
    zh: '仅 root 可修改引擎配置文件',
  },
  failingTitle: {
    en: 'Accounts other than root can change the engine’s configuration',
    zh: 'root 以外的账户可修改引擎配置文件',
  },
  rationale: {
    en: 'Anyone who can write daemon.json decides what the engine does at its next start: which ports it opens, which registries it trusts, which programs it runs containers with. That is root.',
    zh: '能写 daemon.json 的人，就能决定引擎下次启动后的行为：开放哪些端口、信任哪些仓库、用什么程序运行容器，等同于 root。',
  },
  remediation: {
    en: 'chmod 0644 /etc/docker/daemon.json',
    zh: '执行 chmod 0644 /etc/docker/daemon.json。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o644).meta({
      en: 'Bits that may be set. 0o644: everybody may read it, for it should hold no secret, and root alone may write.',
      zh: '允许设置的权限位。0o644：该文件不应含敏感凭据，因此人人可读，仅 root 可写。',
    }),
  }),
  applies: hasFile(configuration, text('configuration file of an engine', '引擎配置文件')),
  check: modeAllowed(configuration),
});
