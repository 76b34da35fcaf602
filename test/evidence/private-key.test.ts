import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusePrivateKey } from '../../src/evidence/signing/private-key.ts';
import { buildBundle } from '../../src/evidence/bundle/build-bundle.ts';
import { keySigner } from '../../src/evidence/signing/signer.ts';
import { verifyBundle } from '../../src/evidence/bundle/verify-bundle.ts';
import { newKeys, sampleBundle } from '../fixtures/bundle.ts';
import { describeWithPrograms } from '../support/needs.ts';
import { temporaryRoot } from '../support/temporary-root.ts';

const pairs = {
  ed25519: generateKeyPairSync('ed25519'),
  ec: generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
const locked = { cipher: 'aes-256-cbc', passphrase: 'secret' } as const;

/** A key as Node writes it; the overloads of `export` know no form that is computed. */
const exported = (key: KeyObject, how: object): Buffer =>
  Buffer.from((key as unknown as { export: (how: object) => Buffer | string }).export(how));

/** Every form in which Node writes a private key. */
const privates = Object.entries(pairs).flatMap(([kind, { privateKey }]) => {
  const types = { ed25519: [], ec: ['sec1'], rsa: ['pkcs1'] }[kind] ?? [];
  return ['pkcs8', ...types].flatMap((type) =>
    (['pem', 'der'] as const).flatMap((format) => {
      const forms: [string, object][] = [[`${kind} ${type} ${format}`, { type, format }]];
      const canLock = type === 'pkcs8' || format === 'pem';
      if (canLock) forms.push([`${kind} ${type} ${format} locked`, { type, format, ...locked }]);
      return forms.map(([name, how]) => [name, exported(privateKey, how)] as const);
    }),
  );
});

const refusal = /This is a private key; the public key is needed/;

describe('a private key is refused where a public one is wanted', () => {
  it.each(privates)('%s', (_, bytes) => {
    expect(() => refusePrivateKey(bytes)).toThrow(refusal);
  });

  it('as JWK, of PuTTY, and beside its public key', () => {
    const { publicKey, privateKey } = pairs.ed25519;
    const pem = exported(publicKey, { type: 'spki', format: 'pem' });
    const both = Buffer.concat([pem, exported(privateKey, { type: 'pkcs8', format: 'pem' })]);
    const jwk = Buffer.from(JSON.stringify(privateKey.export({ format: 'jwk' })));
    for (const bytes of [both, jwk, Buffer.from('PuTTY-User-Key-File-3: ssh-ed25519\n')]) {
      expect(() => refusePrivateKey(bytes)).toThrow(refusal);
    }
  });

  it.each(Object.entries(pairs))('but no public key of %s', (_, { publicKey }) => {
    for (const how of [
      { type: 'spki', format: 'pem' },
      { type: 'spki', format: 'der' },
    ]) {
      expect(() => refusePrivateKey(exported(publicKey, how))).not.toThrow();
    }
    const jwk = Buffer.from(JSON.stringify(publicKey.export({ format: 'jwk' })));
    expect(() => refusePrivateKey(jwk)).not.toThrow();
    expect(() => refusePrivateKey(Buffer.from('{'))).not.toThrow();
  });

  it('by the verification itself too', async () => {
    const { privateKey } = newKeys.Ed25519();
    const bundle = await buildBundle(sampleBundle, keySigner(privateKey));
    expect(() => verifyBundle(bundle, privateKey)).toThrow(refusal);
  });
});

describeWithPrograms('a private key of OpenSSH', ['ssh-keygen'], () => {
  it('is refused, its public half is not', () => {
    const path = join(temporaryRoot(), 'id');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path]);
    expect(() => refusePrivateKey(readFileSync(path))).toThrow(refusal);
    expect(() => refusePrivateKey(readFileSync(`${path}.pub`))).not.toThrow();
  });
});
