import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { wherePamDecides, type PamChange } from '../blocks/host/pam.ts';

interface Bounds {
  readonly minLength: number;
  readonly minKinds: number;
}

export const hostPasswordQuality = defineControl({
  id: 'host-password-quality',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'New passwords of the host are long and of several kinds of characters',
    zh: '宿主机新口令具备足够长度与复杂度',
  },
  failingTitle: {
    en: 'New passwords of the host may be short or of one kind of characters',
    zh: '宿主机新口令可以过短或过于简单',
  },
  rationale: {
    en: 'The passwords of administrators open sudo, and sudo opens docker. A short one is found in a list, or from a stolen hash within hours.',
    zh: '管理员口令可用于 sudo，sudo 可运行 docker。过短的口令可从字典猜中，或在散列泄露后数小时内破解。',
  },
  remediation: {
    en: 'apt-get install libpam-pwquality (or authselect, which has it), and set minlen = 12 and minclass = 3 in /etc/security/pwquality.conf; see that /etc/pam.d has pam_pwquality.so as requisite before pam_unix.so.',
    zh: '执行 apt-get install libpam-pwquality（使用 authselect 的系统自带），在 /etc/security/pwquality.conf 中设置 minlen = 12 和 minclass = 3，并确认 /etc/pam.d 中 pam_pwquality.so 以 requisite 位于 pam_unix.so 之前。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/pam_unix.8.html',
    'https://github.com/libpwquality/libpwquality',
  ],
  params: z.object({
    minLength: z.number().int().positive().default(12).meta({
      en: 'Characters at least. 12: what PCI DSS 4 asks for.',
      zh: '最少字符数。12：PCI DSS 4 的要求。',
    }),
    minKinds: z.number().int().min(0).max(4).default(3).meta({
      en: 'Kinds of characters at least. 3: what assessors of MLPS look for; NIST SP 800-63B advises against it, and 0 leaves it out.',
      zh: '最少字符种类数。3：等保测评的通行做法；NIST SP 800-63B 不建议此类要求，设为 0 即不检查。',
    }),
  }),
  applies: wherePamDecides,
  check: each<HostFacts, PamChange, Bounds>(
    (h) => h.pam?.changes ?? [],
    ({ service, minLength, minKinds }, { params }) => {
      if (minLength < params.minLength) {
        return fail(
          minLength === 0
            ? text(`${service} takes passwords of any length`, `${service} 不检查口令长度`)
            : text(
                `${service} takes passwords of ${minLength} characters; ${params.minLength} are the least`,
                `${service} 允许 ${minLength} 位口令，至少应为 ${params.minLength} 位`,
              ),
        );
      }
      return (
        minKinds >= params.minKinds ||
        fail(
          text(
            `${service} asks for ${minKinds} kinds of characters; ${params.minKinds} are the least`,
            `${service} 要求 ${minKinds} 种字符，至少应为 ${params.minKinds} 种`,
          ),
        )
      );
    },
    text('No service of PAM changes passwords', '没有 PAM 服务用于修改口令'),
  ),
});
