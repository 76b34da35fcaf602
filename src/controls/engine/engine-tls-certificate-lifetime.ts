import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { lasts } from '../blocks/certificates.ts';
import { daysBetween } from '../blocks/days.ts';
import { eachInHandshakes, speaksTls, spellListener } from '../blocks/engine/tls-listeners.ts';

export const engineTlsCertificateLifetime = defineControl({
  id: 'engine-tls-certificate-lifetime',
  subject: engine,
  // The usual failure is an end that nobody noticed.
  rating: ['disruption', 'one step'],
  title: {
    en: 'The API’s certificate is good for a while, and not for years',
    zh: 'API 证书未临近到期，有效期也不过长',
  },
  failingTitle: {
    en: 'The API’s certificate ends soon or lasts too long',
    zh: 'API 证书临近到期或有效期过长',
  },
  rationale: {
    en: 'When it ends, every client is locked out, or set to verify no longer. One that lives for years lets a stolen key pose as the engine for as long, since clients of the engine look up no revocation.',
    zh: '证书到期会使所有客户端无法接入，往往迫使管理员关闭校验。有效期长达数年的证书，私钥一旦被盗就能长期冒充引擎，因为客户端并不查询吊销状态。',
  },
  remediation: {
    en: 'Issue a new one for at most a year (openssl x509 -req -days 365 …), put it where "tlscert" and "tlskey" say, and restart: systemctl restart docker. Renew it by a timer.',
    zh: '重新签发有效期不超过一年的证书（openssl x509 -req -days 365 …），放到 "tlscert"、"tlskey" 指定的位置并重启：systemctl restart docker。建议用定时任务自动续期。',
  },
  references: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5',
  ],
  params: z.object({
    minDays: z.number().nonnegative().default(30).meta({
      en: 'Days that must be left. 30 gives a month in which to renew.',
      zh: '证书至少应剩余的天数。30 天可留出一个月的更换时间。',
    }),
    maxDays: z.number().positive().default(825).meta({
      en: 'Days from its beginning to its end. 825 is what clients with the strictest rule still take from a private authority; public ones stop at 398.',
      zh: '证书自生效至到期的最长天数。825 天是最严格的客户端对私有 CA 证书仍可接受的期限；公共 CA 证书以 398 天为限。',
    }),
  }),
  applies: speaksTls,
  check: all(
    eachInHandshakes(
      ({ certificates }) => certificates,
      (certificate, listener, { params, collectedAt }) =>
        lasts(certificate, spellListener(listener), { minDays: params.minDays, now: collectedAt }),
    ),
    eachInHandshakes(
      ({ certificates }) => certificates,
      ({ role, notBefore, notAfter }, listener, { params }) => {
        const days = daysBetween(notBefore, notAfter);
        if (role === 'authority' || days <= params.maxDays) return true;
        const at = spellListener(listener);
        const shown = Math.round(days);
        return fail(
          text(`${at}: its certificate lives ${shown} days`, `${at}：证书有效期长达 ${shown} 天`),
        );
      },
    ),
  ),
});
