import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notRead } from '../blocks/host/not-read.ts';

export const hostPasswordsSet = defineControl({
  id: 'host-passwords-set',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'No account of the host is let in without a password',
    zh: '宿主机没有空口令账户',
  },
  failingTitle: {
    en: 'Accounts of the host are let in without a password',
    zh: '宿主机存在空口令账户',
  },
  rationale: {
    en: 'An account with an empty password is open to anybody at a console, to every other account by su, and by SSH where that allows it. From there to the docker group or sudo is often one step.',
    zh: '空口令账户可被任何人在控制台登录、被其他账户用 su 切换，SSH 允许时还可远程登录；由此到 docker 组或 sudo 往往只差一步。',
  },
  remediation: {
    en: 'passwd -l ACCOUNT where nobody logs in with a password, and passwd ACCOUNT where somebody does. Take nullok out of the lines of pam_unix.so too.',
    zh: '无人使用口令登录的账户执行 passwd -l 账户，需要的执行 passwd 账户 设置口令；并从 pam_unix.so 的配置行中去掉 nullok。',
  },
  references: ['https://man7.org/linux/man-pages/man5/shadow.5.html'],
  check: ({ passwords }) => {
    if (passwords === undefined) return notRead;
    const open = passwords.accounts.filter(({ state }) => state === 'none');
    if (open.length === 0) return true;
    const names = open.map(({ name }) => name);
    return fail(
      text(`Accounts without a password: ${names.join(', ')}`, `空口令账户：${names.join('、')}`),
    );
  },
});
