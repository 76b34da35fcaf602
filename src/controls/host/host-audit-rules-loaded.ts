import { ifAny } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, failureAmong, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

/** Whether a watch sees at least what another asks for. */
const within = (asked: string, seen: string): boolean =>
  asked.split('').every((permission) => seen.includes(permission));

export const hostAuditRulesLoaded = defineControl({
  id: 'host-audit-rules-loaded',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The audit rules in the files are those in force',
    zh: '文件中的审计规则均已在内核生效',
  },
  failingTitle: {
    en: 'Audit rules in the files are not in force',
    zh: '文件中的审计规则未在内核生效',
  },
  rationale: {
    en: 'A rule that stands in a file and was never loaded records nothing, while anyone who reads the file believes that it does. After an error in one rule, those that follow it are not loaded either.',
    zh: '写进文件却从未加载的规则不会记录任何内容，查阅文件的人却以为已经生效。某条规则出错时，其后的规则也不会加载。',
  },
  remediation: {
    en: 'Load them with augenrules --load, look for what it complains of, and compare: auditctl -l. Rules that are locked (-e 2) are loaded at the next boot.',
    zh: '执行 augenrules --load 加载并检查报错，再用 auditctl -l 核对。规则已锁定（-e 2）时，须重启后才会加载。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  applies: (h) =>
    h.audit.state !== 'absent' ||
    notApplicable(text('The host has no audit rules', '宿主机上没有审计规则')),
  check: ifAny(
    (h) => h.audit.configured.length > 0,
    (h) => {
      const { state, watches, configured } = h.audit;
      if (state === 'files') {
        return unknown(
          text(
            'What the kernel has loaded was not read: run it on the host itself, as root, where auditctl is',
            '未读取内核已加载的规则，请在装有 auditctl 的宿主机上以 root 运行',
          ),
        );
      }
      const missing = configured.filter(
        (rule) =>
          !watches.some(
            ({ path, permissions }) => path === rule.path && within(rule.permissions, permissions),
          ),
      );
      if (missing.length === 0) return true;
      const list = missing.map(({ path, file, line }) => `${path} (${file}:${line})`);
      const failure = fail(text(`Not loaded: ${list.join(', ')}`, `未加载：${list.join('、')}`));
      return failureAmong('/audit/configured', configured, missing, failure);
    },
    text('The files hold no audit rule', '文件中没有审计规则'),
  ),
});
