import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditContainerdShim = defineControl({
  id: 'host-audit-containerd-shim',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to containerd’s first shim are audited',
    zh: '审计旧版 containerd-shim 程序文件的更改',
  },
  failingTitle: {
    en: 'Changes to containerd’s first shim are not audited',
    zh: '旧版 containerd-shim 程序文件的更改未被审计',
  },
  rationale: {
    en: 'The first containerd-shim, where it is still installed, is started as root beside each container that asks for it. A rule records who replaced it.',
    zh: '仍安装旧版 containerd-shim 的主机，会为每个使用它的容器以 root 启动该程序。审计规则可记录是谁替换了它。',
  },
  remediation: {
    en: 'Write “-w PATH -p rwxa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p rwxa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  ...fileWatched(
    (h) => h.programs.containerdShim,
    text('containerd-shim', ' containerd-shim 程序'),
  ),
});
