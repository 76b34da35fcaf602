import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { foundInForce, unrecorded } from '../blocks/host/audit-watch.ts';
import { notRead } from '../blocks/host/not-read.ts';
import { defineControl } from '../../core/controls/control.ts';

/** Reading the log shows what is noticed; writing and attributes are changes of it. */
const asked = ['r', 'w', 'a'];

export const hostAuditLogWatched = defineControl({
  id: 'host-audit-log-watched',
  subject: host,
  rating: ['weakness', 'one step'],
  title: {
    en: 'Access to the audit log itself is audited',
    zh: '审计对审计日志自身的访问',
  },
  failingTitle: {
    en: 'Access to the audit log itself is not audited',
    zh: '对审计日志自身的访问未被审计',
  },
  rationale: {
    en: 'The log is the one file that an intruder with root changes last, and reads first to see what was noticed. A rule on its folder records both, with the account that logged in.',
    zh: '取得 root 的入侵者会先读审计日志看自己暴露了什么，最后再改掉它。在其目录上设规则，两种操作连同登录账户都会留下记录。',
  },
  remediation: {
    en: 'Write “-a always,exit -F dir=/var/log/audit -F perm=rwa -F auid>=1000 -F auid!=unset -k audit-log” into /etc/audit/rules.d/audit-log.rules and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/audit-log.rules 中写入“-a always,exit -F dir=/var/log/audit -F perm=rwa -F auid>=1000 -F auid!=unset -k audit-log”，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man5/auditd.conf.5.html',
  ],
  applies: (h) => {
    if (h.auditLog === undefined) return notRead;
    return (
      h.auditLog.length > 0 ||
      notApplicable(text('The host has no audit log', '宿主机上没有审计日志'))
    );
  },
  check: (h) => {
    // The folder stands for the files in it: those that are put aside later too.
    const folders = (h.auditLog ?? []).filter(({ type }) => type === 'directory');
    const open = folders.flatMap(({ path }) => unrecorded(h.audit.watches, path, asked));
    if (open.length === 0) return foundInForce(h);
    return fail(
      text(
        `No audit rule records who reads and changes ${open.join(', ')}`,
        `没有审计规则记录对 ${open.join('、')} 的读取与更改`,
      ),
    );
  },
});
