import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/syntax/secrets/find-secrets.ts';

// Joined here so that no scanner of this repository takes an example for the real thing.
const pem = [
  '-----BEGIN EC PRIVATE',
  ' KEY-----\nMHcCAQEE\n-----END EC PRIVATE',
  ' KEY-----\n',
].join('');
const token = ['gl', 'pat-', 'x1y2z3x1y2z3x1y2z3x1'].join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const wrapped = (text: string, width: number, between: string): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(between);

/** Ways in which people write base64. */
const ways: readonly (readonly [string, (plain: string) => string])[] = [
  ['as it is', base64],
  ['for URLs', (plain) => Buffer.from(plain).toString('base64url')],
  ['twice', (plain) => base64(base64(plain))],
  ['as data of a URL', (plain) => `data:text/plain;base64,${base64(plain)}`],
  ['as data without a type', (plain) => `data:;base64,${base64(plain)}`],
  ['in lines', (plain) => wrapped(base64(plain.repeat(2)), 64, '\n')],
  ['in lines of JSON', (plain) => wrapped(base64(plain.repeat(2)), 64, '\\n')],
  ['in lines of Windows', (plain) => wrapped(base64(plain.repeat(2)), 76, '\r\n')],
  ['in lines that a shell joins', (plain) => wrapped(base64(plain.repeat(2)), 40, '\\\n    ')],
  ['twice, in lines', (plain) => wrapped(base64(wrapped(base64(plain), 64, '\n')), 64, '\n')],
  ['as PowerShell takes it', (plain) => Buffer.from(plain, 'utf16le').toString('base64')],
  ['behind a path', (plain) => `secrets/tls/${base64(plain)}`],
];

describe('what is a secret once it is decoded', () => {
  it.each(ways)('%s', (_, write) => {
    fc.assert(
      fc.property(
        fc.constantFrom(pem, `before ${token} after it`, 'DB_PASSWORD=p4ss and more of it'),
        fc.constantFrom('', 'label=', '"key": "', 'echo '),
        fc.constantFrom('', '"', ' | base64 -d > /key', '\n'),
        (plain, before, behind) => {
          const encoded = write(plain);
          const text = `${before}${encoded}${behind}`;
          const kept = findSecrets(text).reduceRight(
            (left, { start, end }) => left.slice(0, start) + left.slice(end),
            text,
          );
          // Not a word of what was encoded is left.
          const words = encoded.split(/[^A-Za-z0-9+/_-]+/).filter((word) => word.length >= 20);
          for (const word of words) expect(kept).not.toContain(word.slice(-20));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['PKCS#8', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ'],
    ['PKCS#1', 'MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn'],
    ['SEC 1', 'MHcCAQEEIIrYSSNQFaA2Hwf1duRSxKt'],
    ['OpenSSH', 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU'],
  ])('a private key in its own form: %s', (_, head) => {
    const key = `${head}${'A'.repeat(600)}`;
    expect(findSecrets(`k: ${key}`).map(({ rule }) => rule)).toEqual(['private-key']);
  });

  it.each([
    ['a certificate', `MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUF${'A'.repeat(600)}`],
    ['a text', base64('Nothing but words that everybody may read, and a few more of them')],
    ['a long path', '/usr/local/lib/node_modules/Some/Package/dist/Index/Main'],
  ])('no secret: %s', (_, text) => {
    expect(findSecrets(text).filter(({ rule }) => rule !== 'random-looking')).toEqual([]);
  });
});
