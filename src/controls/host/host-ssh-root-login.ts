import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { forEachScope, inScope, whereSshServes } from '../blocks/host/ssh.ts';

export const hostSshRootLogin = defineControl({
  id: 'host-ssh-root-login',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Nobody logs in as root by SSH',
    zh: '不允许以 root 身份通过 SSH 登录',
  },
  failingTitle: {
    en: 'root can log in by SSH',
    zh: '可以 root 身份通过 SSH 登录',
  },
  rationale: {
    en: 'A login as root is that of nobody in particular: neither sudo nor the audit log can say which person started, entered or removed a container. And one guessed or stolen credential is the whole host.',
    zh: '以 root 登录无法落实到个人：sudo 和审计日志都无从区分是谁启动、进入或删除了容器；一份被猜中或窃取的凭据即等于整台主机。',
  },
  remediation: {
    en: 'Write PermitRootLogin no into a file of /etc/ssh/sshd_config.d, look that no Match allows it again (sshd -T -C user=root), and systemctl reload ssh. People log in under their own names and use sudo.',
    zh: '在 /etc/ssh/sshd_config.d 的文件中写入 PermitRootLogin no，确认没有 Match 再次放开（sshd -T -C user=root），然后执行 systemctl reload ssh。人员以本人账户登录后使用 sudo。',
  },
  references: ['https://man.openbsd.org/sshd_config#PermitRootLogin'],
  params: z.object({
    allowed: z
      .array(z.enum(['no', 'forced-commands-only', 'prohibit-password', 'yes']))
      .default(['no', 'forced-commands-only'])
      .meta({
        en: 'Values of PermitRootLogin that are accepted. forced-commands-only: a key of root runs the one command that stands beside it, as backups do.',
        zh: '可接受的 PermitRootLogin 取值。forced-commands-only：root 的密钥只能运行其旁指定的命令，常用于备份。',
      }),
  }),
  applies: whereSshServes,
  check: forEachScope(
    (scope, { params }) =>
      params.allowed.includes(scope.rootLogin) ||
      fail(
        inScope(
          scope,
          text(`PermitRootLogin is ${scope.rootLogin}`, `PermitRootLogin 为 ${scope.rootLogin}`),
        ),
      ),
  ),
});
