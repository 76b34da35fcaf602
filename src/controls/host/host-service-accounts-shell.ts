import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notRead } from '../blocks/host/not-read.ts';

interface Params {
  readonly firstPerson: number;
  readonly allowed: readonly string[];
}

/** Programs that end a login at once, or do one thing and end, as accounts of distributions have them. */
const noShells = /\/(?:nologin|false|true|sync|shutdown|halt)$/;

/** The account that stands for nobody. */
const nobody = 65_534;

export const hostServiceAccountsShell = defineControl({
  id: 'host-service-accounts-shell',
  subject: host,
  rating: ['weakness', 'one step'],
  title: {
    en: 'Accounts of services have no shell to log in to',
    zh: '服务账户没有登录 shell',
  },
  failingTitle: {
    en: 'Accounts of services have a shell to log in to',
    zh: '服务账户具有登录 shell',
  },
  rationale: {
    en: 'No person belongs to the account of a service, so what is done in its name is done by nobody. With a shell, one key in its home or one password is a login that no list of people has.',
    zh: '服务账户不属于任何个人，以其名义的操作无从追责。若有登录 shell，只要其主目录有一个密钥或设了口令，就成了任何人员名单上都没有的登录入口。',
  },
  remediation: {
    en: 'usermod --shell /usr/sbin/nologin ACCOUNT; what runs in its name is started by systemd (User=) or sudo -u, and neither needs a login shell.',
    zh: '执行 usermod --shell /usr/sbin/nologin 账户；以其身份运行的程序由 systemd（User=）或 sudo -u 启动，均不需要登录 shell。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/nologin.8.html',
    'https://man7.org/linux/man-pages/man5/passwd.5.html',
  ],
  params: z.object({
    firstPerson: z.number().int().positive().default(1000).meta({
      en: 'Number from which on accounts are those of people. 1000: UID_MIN of distributions today.',
      zh: '自然人账户的起始编号。1000：当前各发行版的 UID_MIN。',
    }),
    allowed: z.array(z.string().min(1)).default([]).meta({
      en: 'Accounts of services that may have one. None: most that have one need none.',
      zh: '允许有登录 shell 的服务账户。空：有登录 shell 的服务账户大多并不需要。',
    }),
  }),
  applies: (h) => {
    // Snapshots of older releases have it of none.
    const some = h.accounts.some(({ shell }) => shell !== undefined);
    return some || h.accounts.length === 0 || notRead;
  },
  check: each<HostFacts, HostFacts['accounts'][number], Params>(
    (h, { params }) =>
      h.accounts.filter(({ uid }) => uid !== 0 && (uid < params.firstPerson || uid === nobody)),
    ({ name, shell = '' }, { params }) =>
      noShells.test(shell) ||
      params.allowed.includes(name) ||
      fail(
        text(
          `${name} has the shell ${shell === '' ? '/bin/sh' : shell}`,
          `${name} 的登录 shell 为 ${shell === '' ? '/bin/sh' : shell}`,
        ),
      ),
    text('The host has no accounts of services', '宿主机没有服务账户'),
  ),
});
