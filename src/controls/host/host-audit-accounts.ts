import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditAccounts = defineControl({
  id: 'host-audit-accounts',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to accounts and their rights are audited',
    zh: '审计账户及其权限文件的更改',
  },
  failingTitle: {
    en: 'Changes to accounts and their rights are not audited',
    zh: '账户及其权限文件的更改未被审计',
  },
  rationale: {
    en: 'Who is in the docker group, what sudo allows, and which numbers a user namespace maps to decide who acts as root and which account a number in the audit trail stands for. Without rules on these files, that answer can be changed unseen.',
    zh: 'docker 组成员、sudo 授权以及用户命名空间的编号映射，决定谁能以 root 行事，也决定审计记录中的编号对应哪个账户。若不监控这些文件，答案可能被悄然改写。',
  },
  remediation: {
    en: 'Write one line for each of /etc/passwd, /etc/group, /etc/shadow, /etc/subuid, /etc/subgid, /etc/sudoers and /etc/sudoers.d, such as “-w /etc/subuid -p wa -k identity”, into /etc/audit/rules.d/identity.rules and load them: augenrules --load.',
    zh: '在 /etc/audit/rules.d/identity.rules 中为 /etc/passwd、/etc/group、/etc/shadow、/etc/subuid、/etc/subgid、/etc/sudoers 和 /etc/sudoers.d 各写一行，如“-w /etc/subuid -p wa -k identity”，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
    'https://man7.org/linux/man-pages/man5/subuid.5.html',
  ],
  ...fileWatched((h) => h.accountFiles, text('file of accounts', '账户文件')),
});
