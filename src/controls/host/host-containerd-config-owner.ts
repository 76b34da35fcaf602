import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { ownedByRoot } from '../blocks/host/file-owner.ts';
import { hasFile } from '../blocks/host/host-file.ts';
import { defineControl } from '../../core/controls/control.ts';

const pick = (h: HostFacts) => h.files.containerdConfig;

export const hostContainerdConfigOwner = defineControl({
  id: 'host-containerd-config-owner',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'containerd’s configuration belongs to root',
    zh: 'containerd 配置文件属于 root',
  },
  failingTitle: {
    en: 'containerd’s configuration does not belong to root',
    zh: 'containerd 配置文件不属于 root',
  },
  rationale: {
    en: 'config.toml names the program that runs containers and the plugins that containerd loads as root. Its owner chooses both.',
    zh: 'config.toml 指定运行容器的程序以及 containerd 以 root 加载的插件，其属主可以任意指定。',
  },
  remediation: {
    en: 'chown root:root /etc/containerd/config.toml',
    zh: '执行 chown root:root /etc/containerd/config.toml。',
  },
  references: [
    'https://github.com/containerd/containerd/blob/main/docs/man/containerd-config.toml.5.md',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: hasFile(pick, text('configuration file of containerd', ' containerd 配置文件')),
  check: ownedByRoot(pick),
});
