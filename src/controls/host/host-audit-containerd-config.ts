import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched, present } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditContainerdConfig = defineControl({
  id: 'host-audit-containerd-config',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to containerd’s configuration are audited',
    zh: '审计 containerd 配置的更改',
  },
  failingTitle: {
    en: 'Changes to containerd’s configuration are not audited',
    zh: 'containerd 配置的更改未被审计',
  },
  rationale: {
    en: 'config.toml names the program that runs containers, the plugins that are loaded as root and the registries that are believed. A rule records who changed it.',
    zh: 'config.toml 指定运行容器的程序、以 root 加载的插件和受信任的仓库。审计规则可记录是谁改动的。',
  },
  remediation: {
    en: 'Write “-w PATH -p wa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p wa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  ...fileWatched(
    (h) => present(h.files.containerdConfig),
    text('configuration file of containerd', ' containerd 配置文件'),
  ),
});
