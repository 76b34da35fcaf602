import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { forEachScope, inScope, whereSshServes } from '../blocks/host/ssh.ts';

export const hostSshUsersNamed = defineControl({
  id: 'host-ssh-users-named',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'SSH lets in only users and groups that are named',
    zh: 'SSH 仅允许指定的用户和组登录',
  },
  failingTitle: {
    en: 'SSH lets in every account',
    zh: 'SSH 允许所有账户登录',
  },
  rationale: {
    en: 'Accounts of services, of installers and of people who left stay on a host. Where nothing names those who may log in, each of them is a way in as soon as it has a password or a key.',
    zh: '服务账户、安装程序创建的账户和离职人员的账户会留在主机上。若未指定可登录者，其中任何一个只要有口令或密钥即可登录。',
  },
  remediation: {
    en: 'Write AllowGroups with the group of this host’s administrators into a file of /etc/ssh/sshd_config.d, see sshd -T, and systemctl reload ssh with a second session open.',
    zh: '在 /etc/ssh/sshd_config.d 的文件中用 AllowGroups 写明本机管理员所在的组，用 sshd -T 核对，保持另一会话打开再执行 systemctl reload ssh。',
  },
  references: ['https://man.openbsd.org/sshd_config#AllowGroups'],
  applies: whereSshServes,
  check: forEachScope(
    (scope) =>
      namesSome(scope.allowed.filter((name) => !name.startsWith('%'))) ||
      namesSome(scope.allowed.filter((name) => name.startsWith('%'))) ||
      fail(
        inScope(
          scope,
          text('AllowUsers and AllowGroups name nobody', 'AllowUsers 与 AllowGroups 未指定任何人'),
        ),
      ),
  ),
});

/** Whether a list lets in some and not everybody: where there are two lists, both must. */
const namesSome = (patterns: readonly string[]): boolean =>
  patterns.length > 0 && !patterns.some((pattern) => /^%?[*?]+(?:@.*)?$/s.test(pattern));
