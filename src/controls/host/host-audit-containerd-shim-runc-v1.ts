import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditContainerdShimRuncV1 = defineControl({
  id: 'host-audit-containerd-shim-runc-v1',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to the shim containerd-shim-runc-v1 are audited',
    zh: '审计 containerd-shim-runc-v1 程序文件的更改',
  },
  failingTitle: {
    en: 'Changes to the shim containerd-shim-runc-v1 are not audited',
    zh: 'containerd-shim-runc-v1 程序文件的更改未被审计',
  },
  rationale: {
    en: 'Where containerd-shim-runc-v1 is still installed, it is started as root beside each container that asks for it. A rule records who replaced it.',
    zh: '仍安装 containerd-shim-runc-v1 的主机，会为每个使用它的容器以 root 启动该程序。审计规则可记录是谁替换了它。',
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
    (h) => h.programs.containerdShimRuncV1,
    text('containerd-shim-runc-v1', ' containerd-shim-runc-v1 程序'),
  ),
});
