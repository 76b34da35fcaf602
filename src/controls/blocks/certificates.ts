import type { FactsOf } from '../../core/facts/subject.ts';
import type { host } from '../../core/subjects/host/host.ts';
import { text, type Text } from '../../core/text.ts';
import { fail, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { daysBetween } from './days.ts';

/** One certificate, as facts of several kinds have it. */
export type Certificate = Omit<FactsOf<typeof host>['registryTrust'][number], 'path' | 'use'>;

/** What counts as strong. */
export interface Strength {
  readonly rsaBits: number;
  readonly curveBits: number;
}

/** Hashes for which two texts with one value can be made. */
const brokenHashes = new Set(['MD2', 'MD4', 'MD5', 'SHA-1']);

/**
 * Whether key and signature of a certificate are strong enough. A signature of its own key proves nothing and is
 * not judged.
 *
 * @param at how the message calls where it was found
 */
export function strongEnough(
  certificate: Certificate,
  at: string,
  least: Strength,
): Verdict | true {
  const { subject, keyType, keyBits, selfSigned, signature, signatureHash } = certificate;
  const who = subject || certificate.names[0] || '?';
  const complain = (en: string, zh: string): Verdict =>
    fail(text(`${at}: ${who} ${en}`, `${at}：${who} ${zh}`));
  if (!selfSigned && brokenHashes.has(signatureHash)) {
    return complain(`is signed with ${signature}`, `使用 ${signature} 签名`);
  }
  if (keyType === 'other' || keyType === 'dsa' || keyBits === null) {
    return keyType === 'dsa'
      ? complain('has a DSA key', '使用 DSA 密钥')
      : unknown(
          text(
            `${at}: the key of ${who} is of a kind that is not known`,
            `${at}：${who} 的密钥类型未知`,
          ),
        );
  }
  const bits = keyType === 'rsa' ? least.rsaBits : least.curveBits;
  if (keyBits >= bits) return true;
  return complain(
    `has a key of ${keyBits} bits (${keyType}), and ${bits} is the least`,
    `密钥仅 ${keyBits} 位（${keyType}），应不少于 ${bits} 位`,
  );
}

/** Whether a certificate is good now and for a number of days. */
export function lasts(
  certificate: Certificate,
  at: string,
  { minDays, now }: { readonly minDays: number; readonly now: string },
): Verdict | true {
  const { subject, notBefore, notAfter } = certificate;
  const who = subject || certificate.names[0] || '?';
  const complain = (what: Text): Verdict =>
    fail(text(`${at}: ${who} ${what.en}`, `${at}：${who} ${what.zh}`));
  if (daysBetween(notBefore, now) < 0) {
    return complain(text(`is not good before ${notBefore}`, `于 ${notBefore} 才生效`));
  }
  const left = daysBetween(now, notAfter);
  if (left <= 0) return complain(text(`ended on ${notAfter}`, `已于 ${notAfter} 到期`));
  if (left >= minDays) return true;
  const whole = Math.floor(left);
  return complain(text(`ends in ${whole} days`, `将在 ${whole} 天后到期`));
}
