import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditContainerd = defineControl({
  id: 'host-audit-containerd',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to containerd’s program are audited',
    zh: '审计 containerd 程序文件的更改',
  },
  failingTitle: {
    en: 'Changes to containerd’s program are not audited',
    zh: 'containerd 程序文件的更改未被审计',
  },
  rationale: {
    en: 'containerd runs as root and starts every container. Anyone who replaces its program has the host from its next start on, and only an audit rule tells who it was.',
    zh: 'containerd 以 root 运行并启动所有容器。替换其程序者自下次启动起即控制主机，只有审计规则能说明是谁。',
  },
  remediation: {
    en: 'Write “-w PATH -p rwxa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p rwxa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  ...fileWatched((h) => h.programs.containerd, text('containerd', ' containerd 程序')),
});
