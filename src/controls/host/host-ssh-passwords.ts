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
    en: 'SSH accepts no login by password alone',
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
  check: all(
    forEachScope(
      all(
        (scope) =>
          !(scope.emptyPasswords && scope.passwords) ||
          fail(
            inScope(
              scope,
              text('Accounts without a password may log in', '没有口令的账户也可登录'),
            ),
          ),
        (scope) => whatSuffices(scope),
      ),
    ),
    (h) => {
      // Somebody may be of two at once, and the first word on each setting counts.
      const some = (h.ssh?.scopes ?? []).filter(({ match }) => match !== '');
      const takes = some.filter(
        ({ passwords, keyboardInteractive }) => passwords || keyboardInteractive,
      );
      const lets = some.filter((scope) => waysOf(scope).some((way) => way.every(isPassword)));
      return (
        takes.length === 0 ||
        !lets.some((one) => takes.some((other) => other !== one)) ||
        unknown(
          text(
            'Somebody of two Match blocks may get in by a password that each alone does not take',
            '同时属于两个 Match 块者，可能凭单个块各自不接受的口令登录',
          ),
        )
      );
    },
  ),
});

const isPassword = (method: string): boolean =>
  method === 'password' || method === 'keyboard-interactive';

/** The ways to log in, each the methods that it asks for. */
const waysOf = ({ methods }: SshScope): readonly (readonly string[])[] =>
  methods.length === 0
    ? [['password'], ['keyboard-interactive']]
    : methods.map((way) => way.split(',').map((method) => method.replace(/:.*$/, '')));

/** What a password alone opens. */
function whatSuffices(scope: SshScope): true | Verdict {
  const { passwords, keyboardInteractive } = scope;
  const open = waysOf(scope).filter((way) =>
    way.every((method) =>
      method === 'password' ? passwords : method === 'keyboard-interactive' && keyboardInteractive,
    ),
  );
  if (open.some((way) => way.every((method) => method === 'password'))) {
    return fail(inScope(scope, text('A password is enough', '有口令即可登录')));
  }
  return (
    open.length === 0 ||
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
