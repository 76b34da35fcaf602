import { z } from 'zod';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { wherePamDecides, type PamChange } from '../blocks/host/pam.ts';

export const hostPasswordHistory = defineControl({
  id: 'host-password-history',
  subject: host,
  rating: ['weakness', 'remote'],
  title: {
    en: 'The host does not accept earlier passwords again',
    zh: '宿主机不接受用过的口令',
  },
  failingTitle: {
    en: 'The host accepts earlier passwords again',
    zh: '宿主机接受用过的口令',
  },
  rationale: {
    en: 'A password is changed because somebody else may know it. Where the old one is accepted again, the change achieves nothing.',
    zh: '更换口令往往是因为旧口令可能已泄露。若允许再用旧口令，更换就失去意义。',
  },
  remediation: {
    en: 'Put “password requisite pam_pwhistory.so remember=5 use_authtok enforce_for_root” before pam_unix.so into /etc/pam.d/common-password, or authselect enable-feature with-pwhistory and remember = 5 in /etc/security/pwhistory.conf.',
    zh: '在 /etc/pam.d/common-password 中 pam_unix.so 之前加入“password requisite pam_pwhistory.so remember=5 use_authtok enforce_for_root”；或执行 authselect enable-feature with-pwhistory，并在 /etc/security/pwhistory.conf 中设置 remember = 5。',
  },
  references: ['https://man7.org/linux/man-pages/man8/pam_pwhistory.8.html'],
  params: z.object({
    min: z.number().int().positive().default(4).meta({
      en: 'Passwords at least that are remembered. 4: what PCI DSS asks for.',
      zh: '至少记住的历史口令个数。4：PCI DSS 的要求。',
    }),
  }),
  applies: wherePamDecides,
  check: each<HostFacts, PamChange, { readonly min: number }>(
    (h) => h.pam?.changes ?? [],
    ({ service, remembered }, { params }) =>
      remembered >= params.min ||
      fail(
        text(
          `${service} remembers ${remembered} passwords; ${params.min} are the least`,
          `${service} 记住 ${remembered} 个历史口令，至少应为 ${params.min} 个`,
        ),
      ),
    text('No service of PAM changes passwords', '没有 PAM 服务用于修改口令'),
  ),
});
