import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { forEachScope, inScope, whereSshServes, type SshScope } from '../blocks/host/ssh.ts';

export const hostSshPasswords = defineControl({
  id: 'host-ssh-passwords',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'A password alone lets nobody in by SSH',
    zh: '仅凭口令不能通过 SSH 登录',
  },
  failingTitle: {
    en: 'A password alone is enough to log in by SSH',
    zh: '仅凭口令即可通过 SSH 登录',
  },
  rationale: {
    en: 'Passwords of hosts that are reached from a network are tried without end, and those that people use elsewhere leak. A stranger on a host of containers has all that these hold within reach.',
    zh: '只要可从网络访问，主机口令就会被不断尝试；与别处共用的口令还会泄露。一旦登录容器宿主机，其上所有容器的数据都触手可及。',
  },
  remediation: {
    en: 'Write PasswordAuthentication no and KbdInteractiveAuthentication no, or AuthenticationMethods publickey,password for two factors, into a file of /etc/ssh/sshd_config.d; see sshd -T, and systemctl reload ssh with a second session open.',
    zh: '在 /etc/ssh/sshd_config.d 的文件中写入 PasswordAuthentication no 和 KbdInteractiveAuthentication no，或以 AuthenticationMethods publickey,password 要求双因素；用 sshd -T 核对，保持另一会话打开再执行 systemctl reload ssh。',
  },
  references: ['https://man.openbsd.org/sshd_config#AuthenticationMethods'],
  applies: whereSshServes,
  check: forEachScope(
    all(
      (scope) =>
        !(scope.emptyPasswords && scope.passwords) ||
        fail(
          inScope(scope, text('Accounts without a password may log in', '没有口令的账户也可登录')),
        ),
      (scope) => whatSuffices(scope),
    ),
  ),
});

/** What a password alone opens. */
function whatSuffices(scope: SshScope): true | Verdict {
  const ways = scope.methods.length > 0 ? scope.methods : ['password', 'keyboard-interactive'];
  const alone = ways.map((way) => way.split(',').map((method) => method.replace(/:.*$/, '')));
  const isOnly = (name: string): boolean =>
    alone.some((methods) => methods.every((method) => method === name));
  if (scope.passwords && isOnly('password')) {
    return fail(inScope(scope, text('A password is enough', '有口令即可登录')));
  }
  const mayAsk = scope.keyboardInteractive && isOnly('keyboard-interactive');
  return (
    !mayAsk ||
    unknown(
      inScope(
        scope,
        text(
          'PAM decides what is asked of those who log in, and may ask for a password alone',
          '登录时询问什么由 PAM 决定，可能只要求口令',
        ),
      ),
    )
  );
}
