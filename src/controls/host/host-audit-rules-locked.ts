import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, pass } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditRulesLocked = defineControl({
  id: 'host-audit-rules-locked',
  subject: host,
  // Root must have been lost first, and then the trace goes with it.
  rating: ['disruption', 'remote'],
  title: {
    en: 'The audit rules cannot be changed until the next boot',
    zh: '审计规则已锁定，重启前不可更改',
  },
  failingTitle: {
    en: 'The audit rules can be changed without a reboot',
    zh: '审计规则未锁定，无需重启即可更改',
  },
  rationale: {
    en: 'Anyone who has become root and wants to leave no trace deletes the rules first. Locked, the kernel refuses that until the host is booted again, which is seen.',
    zh: '攻击者取得 root 后若想不留痕迹，首先会删除审计规则。锁定后内核拒绝更改，除非重启主机，而重启会被察觉。',
  },
  remediation: {
    en: 'Write “-e 2” as the last line of the last file, /etc/audit/rules.d/99-finalize.rules, and reboot.',
    zh: '在最后一个规则文件 /etc/audit/rules.d/99-finalize.rules 的末行写入“-e 2”，然后重启。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man7/audit.rules.7.html',
  ],
  applies: (h) =>
    h.audit.state !== 'absent' ||
    notApplicable(text('The host has no audit rules', '宿主机上没有审计规则')),
  check: (h) => {
    const { locked, state } = h.audit;
    if (!locked) return fail(text('The rules are not locked', '审计规则未锁定'));
    if (state === 'loaded') return true;
    return pass(
      text(
        'The rule files say so; what the kernel does was not read',
        '依据规则文件判定，未读取内核状态',
      ),
    );
  },
});
