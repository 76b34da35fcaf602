import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditRunc = defineControl({
  id: 'host-audit-runc',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to runc are audited',
    zh: '审计 runc 程序文件的更改',
  },
  failingTitle: {
    en: 'Changes to runc are not audited',
    zh: 'runc 程序文件的更改未被审计',
  },
  rationale: {
    en: 'runc runs as root each time that a container starts or a command is run in one. Escapes have overwritten it to own the host: a rule records each write to it.',
    zh: '每次启动容器或在容器内执行命令时，runc 都以 root 运行；曾有逃逸漏洞通过覆写它来控制主机。审计规则可记录对它的每次写入。',
  },
  remediation: {
    en: 'Write “-w PATH -p rwxa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p rwxa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  ...fileWatched((h) => h.programs.runc, text('runc', ' runc 程序')),
});
