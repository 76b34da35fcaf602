import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched, present } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditContainerdRuntime = defineControl({
  id: 'host-audit-containerd-runtime',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to containerd’s runtime state are audited',
    zh: '审计 containerd 运行时目录的更改',
  },
  failingTitle: {
    en: 'Changes to containerd’s runtime state are not audited',
    zh: 'containerd 运行时目录的更改未被审计',
  },
  rationale: {
    en: 'Below /run/containerd lie the socket that starts containers and the bundles of those that run. A change there goes past the engine and its log, and without an audit rule nobody can say whose it was.',
    zh: '/run/containerd 下有启动容器所用的套接字和运行中容器的运行包。直接改动会绕过引擎及其日志；没有审计规则，便无法查明是谁所为。',
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
    (h) => present(h.files.containerdDirectory),
    text('directory /run/containerd', ' /run/containerd 目录'),
  ),
});
