import { z } from 'zod';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { modeAllowed, modeBits } from '../blocks/host/file-mode.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.containerdConfig;

export const hostContainerdConfigMode = defineControl({
  id: 'host-containerd-config-mode',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only root can change containerd’s configuration',
    zh: '仅 root 可修改 containerd 配置文件',
  },
  failingTitle: {
    en: 'Accounts other than root can change containerd’s configuration',
    zh: 'root 以外的账户可修改 containerd 配置文件',
  },
  rationale: {
    en: 'Anyone who can write to config.toml has a program of their choice run as root with the next container, or at containerd’s next start.',
    zh: '能写 config.toml 的人，可以让自选程序在下一个容器或 containerd 下次启动时以 root 运行。',
  },
  remediation: {
    en: 'chmod 0644 /etc/containerd/config.toml',
    zh: '执行 chmod 0644 /etc/containerd/config.toml。',
  },
  references: [
    'https://github.com/containerd/containerd/blob/main/docs/man/containerd-config.toml.5.md',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  params: z.object({
    allowed: modeBits(0o644).meta({
      en: 'Bits that may be set. 0o644: everybody may read, root alone may write, nobody runs it.',
      zh: '允许设置的权限位。0o644：人人可读，仅 root 可写，无需执行权限。',
    }),
  }),
  applies: hasFile(pick, text('configuration file of containerd', ' containerd 配置文件')),
  check: modeAllowed(pick),
});
