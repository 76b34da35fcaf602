import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { wherePamDecides, type PamLogin } from '../blocks/host/pam.ts';

interface Bounds {
  readonly maxFailures: number;
  readonly minSeconds: number;
}

export const hostLoginsLockedOut = defineControl({
  id: 'host-logins-locked-out',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Accounts of the host are locked after failed logins',
    zh: '宿主机账户在多次登录失败后锁定',
  },
  failingTitle: {
    en: 'Accounts of the host are not locked after failed logins, or not for long enough',
    zh: '宿主机账户在多次登录失败后未锁定，或锁定时间过短',
  },
  rationale: {
    en: 'An account in the docker group, or one that may use sudo, is root of every container. Without a lock its password can be tried from a hundred connections until one fits.',
    zh: 'docker 组内或可用 sudo 的账户，等同于所有容器的 root。不锁定账户，攻击者便可从上百个连接反复试口令，直到试中。',
  },
  remediation: {
    en: 'Set deny = 5 and unlock_time = 1800 in /etc/security/faillock.conf, and put pam_faillock into the services: authselect enable-feature with-faillock, or pam-auth-update --enable faillock faillock_notify (with the profiles of your distribution): preauth before pam_unix, authfail after it.',
    zh: '在 /etc/security/faillock.conf 中设置 deny = 5 和 unlock_time = 1800，并在各服务中启用 pam_faillock：authselect enable-feature with-faillock，或 pam-auth-update --enable faillock faillock_notify（使用发行版提供的配置）：preauth 在 pam_unix 之前，authfail 在其后。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/pam_faillock.8.html',
    'https://man7.org/linux/man-pages/man5/faillock.conf.5.html',
  ],
  params: z.object({
    maxFailures: z.number().int().positive().default(5).meta({
      en: 'Failures at most before an account is locked. 5: what most baselines ask for; PCI DSS 4 allows 10, and 3.1 allowed 6.',
      zh: '锁定前允许的最大失败次数。5：多数基线的要求；PCI DSS 4 允许 10 次，3.1 允许 6 次。',
    }),
    minSeconds: z.number().int().nonnegative().default(1800).meta({
      en: 'Seconds for which it stays locked at least. 1800: the half hour of PCI DSS.',
      zh: '锁定的最短秒数。1800：PCI DSS 要求的三十分钟。',
    }),
  }),
  applies: wherePamDecides,
  check: each<HostFacts, PamLogin, Bounds>(
    (h) => h.pam?.logins ?? [],
    ({ service, locks, failuresAtMost, lockedSeconds }, { params }) => {
      if (!locks) {
        return fail(
          text(
            `${service} locks no account after failed logins`,
            `${service} 在登录失败后不锁定账户`,
          ),
        );
      }
      if (failuresAtMost > params.maxFailures) {
        return fail(
          text(
            `${service} locks an account after ${failuresAtMost} failures; ${params.maxFailures} are the most`,
            `${service} 在失败 ${failuresAtMost} 次后才锁定账户，最多应为 ${params.maxFailures} 次`,
          ),
        );
      }
      return (
        lockedSeconds === 0 ||
        lockedSeconds >= params.minSeconds ||
        fail(
          text(
            `${service} locks an account for ${lockedSeconds} seconds; ${params.minSeconds} are the least`,
            `${service} 仅锁定账户 ${lockedSeconds} 秒，至少应为 ${params.minSeconds} 秒`,
          ),
        )
      );
    },
    text('No service of PAM compares a password', '没有 PAM 服务验证口令'),
  ),
});
