import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched, present } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditContainerdSocket = defineControl({
  id: 'host-audit-containerd-socket',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to containerd’s socket are audited',
    zh: '审计 containerd 套接字的更改',
  },
  failingTitle: {
    en: 'Changes to containerd’s socket are not audited',
    zh: 'containerd 套接字的更改未被审计',
  },
  rationale: {
    en: 'Anyone who may write to this socket starts containers as root behind the engine’s back. A change of its owner or mode is how such a door is opened, and a rule records who did it.',
    zh: '能写该套接字者可绕过引擎以 root 启动容器。改动其属主或权限正是打开这扇门的方式，审计规则可记录是谁做的。',
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
    (h) => present(h.files.containerdSocket),
    text('socket of containerd', ' containerd 套接字'),
  ),
});
