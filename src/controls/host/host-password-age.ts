import { z } from 'zod';
import { all, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notRead } from '../blocks/host/not-read.ts';

interface Bounds {
  readonly maxDays: number;
}

const withPassword = (h: HostFacts) =>
  (h.passwords?.accounts ?? []).filter(({ state }) => state === 'set');

export const hostPasswordAge = defineControl({
  id: 'host-password-age',
  subject: host,
  rating: ['weakness', 'remote'],
  title: {
    en: 'Passwords of the host must be changed in time',
    zh: '宿主机口令须定期更换',
  },
  failingTitle: {
    en: 'Passwords of the host may stay for too long',
    zh: '宿主机口令可长期不更换',
  },
  rationale: {
    en: 'A password that leaked is used for as long as it is right. Where it is the only factor, its age is the only bound on that.',
    zh: '泄露的口令在更换之前一直可被利用。口令是唯一鉴别因素时，其有效期是唯一的限制。',
  },
  remediation: {
    en: 'chage --maxdays 90 ACCOUNT for each account that has a password, and PASS_MAX_DAYS 90 in /etc/login.defs for new ones; or take the password away (passwd -l ACCOUNT) from those who log in with a key.',
    zh: '对每个设有口令的账户执行 chage --maxdays 90 账户，并在 /etc/login.defs 中设置 PASS_MAX_DAYS 90 供新账户使用；使用密钥登录的账户可执行 passwd -l 账户 取消口令。',
  },
  references: [
    'https://man7.org/linux/man-pages/man5/shadow.5.html',
    'https://man7.org/linux/man-pages/man5/login.defs.5.html',
  ],
  params: z.object({
    maxDays: z.number().int().positive().default(90).meta({
      en: 'Days at most. 90: what PCI DSS asks for where a password is the only factor; NIST SP 800-63B advises against such a bound.',
      zh: '最大天数。90：口令为唯一鉴别因素时 PCI DSS 的要求；NIST SP 800-63B 不建议设此期限。',
    }),
  }),
  applies: (h) => {
    if (h.passwords === undefined) return notRead;
    return (
      withPassword(h).length > 0 ||
      notApplicable(text('No account of the host has a password', '宿主机没有账户设有口令'))
    );
  },
  check: all(
    each<HostFacts, NonNullable<HostFacts['passwords']>['accounts'][number], Bounds>(
      withPassword,
      ({ name, maxDays }, { params }) =>
        (maxDays !== null && maxDays <= params.maxDays) ||
        fail(
          text(
            `The password of ${name} may stay for ${maxDays ?? 'any number of'} days; ${params.maxDays} are the most`,
            `${name} 的口令有效期为${maxDays === null ? '无限' : ` ${maxDays} 天`}，最多应为 ${params.maxDays} 天`,
          ),
        ),
    ),
    (h, { params }) => {
      const days = h.passwords?.newMaxDays ?? null;
      return (
        (days !== null && days <= params.maxDays) ||
        fail(
          text(
            `Passwords of new accounts may stay for ${days ?? 'any number of'} days`,
            `新账户口令的有效期为${days === null ? '无限' : ` ${days} 天`}`,
          ),
        )
      );
    },
  ),
});
