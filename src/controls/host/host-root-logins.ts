import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostRootLogins = defineControl({
  id: 'host-root-logins',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'root is the only account that is root',
    zh: '只有 root 一个账户拥有 root 身份',
  },
  failingTitle: {
    en: 'Accounts other than root are root',
    zh: 'root 以外的账户拥有 root 身份',
  },
  rationale: {
    en: 'Another account with the number 0 is root under a name that no list of administrators has: neither the docker group nor sudo’s log knows it, and taking root’s password away does not close it.',
    zh: '编号为 0 的其他账户就是换了名字的 root：管理员名单、docker 组和 sudo 日志里都没有它，停用 root 口令也关不掉它。',
  },
  remediation: {
    en: 'Give the account a number of its own, usermod -u NUMBER ACCOUNT, or remove it with userdel ACCOUNT; what it may do as root goes through sudo.',
    zh: '用 usermod -u 编号 账户 为其分配自己的编号，或用 userdel 账户 删除；需要以 root 执行的操作改用 sudo。',
  },
  references: ['https://man7.org/linux/man-pages/man5/passwd.5.html'],
  check: (h) => {
    const others = h.accounts.filter(({ uid, name }) => uid === 0 && name !== 'root');
    if (others.length === 0) return true;
    const names = others.map(({ name }) => name);
    return fail(
      text(
        `Accounts with the number 0: ${names.join(', ')}`,
        `编号为 0 的账户：${names.join('、')}`,
      ),
    );
  },
});
