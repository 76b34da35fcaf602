import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { isWithin } from '../../knowledge/host-paths.ts';
import { foundInForce } from '../blocks/host/audit-watch.ts';
import { notRead } from '../blocks/host/not-read.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditRaisedPrograms = defineControl({
  id: 'host-audit-raised-programs',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Programs that run as root for anyone are audited when they are started',
    zh: '审计 setuid root 程序的执行',
  },
  failingTitle: {
    en: 'Programs that run as root for anyone are started without an audit record',
    zh: 'setuid root 程序的执行未被审计',
  },
  rationale: {
    en: 'sudo, su, mount and newuidmap make root of an ordinary account, rightly or by a flaw. Whether one of them was how somebody came to command the engine is known only where each start of them leaves a record with the account that logged in.',
    zh: 'sudo、su、mount、newuidmap 会让普通账户获得 root 权限，可能是正常使用，也可能是利用漏洞。只有每次执行都留下含登录账户的记录，才能查明是否有人借此操控引擎。',
  },
  remediation: {
    en: 'Write one rule for all into /etc/audit/rules.d/privileged.rules, “-a always,exit -F arch=b64 -S execve -C uid!=euid -F euid=0 -k privileged”, or one for each program, “-a always,exit -F path=/usr/bin/sudo -F perm=x -F auid>=1000 -F auid!=unset -k privileged”, and load them: augenrules --load.',
    zh: '在 /etc/audit/rules.d/privileged.rules 中写入一条覆盖全部的规则“-a always,exit -F arch=b64 -S execve -C uid!=euid -F euid=0 -k privileged”，或为每个程序各写一条，如“-a always,exit -F path=/usr/bin/sudo -F perm=x -F auid>=1000 -F auid!=unset -k privileged”，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man7/inode.7.html',
  ],
  applies: (h) => {
    if (h.raisedPrograms === undefined) return notRead;
    return (
      h.raisedPrograms.length > 0 ||
      notApplicable(
        text('No program of the host runs as root for anyone', '宿主机上没有 setuid root 程序'),
      )
    );
  },
  check: (h) => {
    const { calls, watches } = h.audit;
    if (calls === undefined) return notRead;
    const every = calls.some(
      (each) =>
        (each.calls.includes('all') || each.calls.includes('execve')) &&
        each.bits !== '32' &&
        each.outcome === 'any',
    );
    if (every) return foundInForce(h);
    const open = (h.raisedPrograms ?? []).filter(
      ({ path }) =>
        !watches.some((each) => each.permissions.includes('x') && isWithin(path, each.path)),
    );
    if (open.length === 0) return foundInForce(h);
    const paths = open.map(({ path }) => path);
    return fail(
      text(
        `No audit rule records the start of ${paths.join(', ')}`,
        `没有审计规则记录以下程序的执行：${paths.join('、')}`,
      ),
    );
  },
});
