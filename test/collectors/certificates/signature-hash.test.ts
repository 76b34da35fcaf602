import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signatureHash } from '../../../src/collectors/certificates/signature-hash.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** A certificate that signs itself, in DER. */
async function certify(...options: readonly string[]): Promise<Buffer> {
  const key = join(temporaryRoot(), 'key.pem');
  const words = ['req', '-x509', '-nodes', '-subj', '/CN=test', '-keyout', key, ...options];
  return new X509Certificate(
    execFileSync('openssl', words, { stdio: ['ignore', 'pipe', 'ignore'] }),
  ).raw;
}

test.each([
  ['sha256', ['-newkey', 'rsa:2048', '-sha256']],
  ['sha512', ['-newkey', 'rsa:2048', '-sha512']],
  ['sha1', ['-newkey', 'rsa:2048', '-sha1']],
  ['sha384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-sha384']],
  ['sha256', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-sha256']],
  ['', ['-newkey', 'ed25519']],
])('tells %s', async (hash, options) => {
  expect(signatureHash(await certify(...options))).toBe(hash);
});

test('is silent about what is no certificate', () => {
  expect(signatureHash(Buffer.from([]))).toBe('');
  expect(signatureHash(Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30]))).toBe('');
  expect(signatureHash(Buffer.from('30820003020101', 'hex'))).toBe('');
});
