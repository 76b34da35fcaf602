import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditContainerdShims = defineControl({
  id: 'host-audit-containerd-shims',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to containerd’s shims are audited',
    zh: '审计 containerd shim 程序文件的更改',
  },
  failingTitle: {
    en: 'Changes to containerd’s shims are not audited',
    zh: 'containerd shim 程序文件的更改未被审计',
  },
  rationale: {
    en: 'A shim is started as root beside each container and holds it while it runs: containerd-shim-runc-v2, and one for each further runtime. Anyone who replaces it is root with the next container that starts.',
    zh: '每个容器旁都有一个以 root 运行的 shim 程序，即 containerd-shim-runc-v2 以及其他运行时各自的 shim。替换它的人，下一个容器启动时即成为 root。',
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
    (h) => h.programs.containerdShims,
    text('shim of containerd in use', ' containerd 在用的 shim 程序'),
  ),
});
