import { inEnglish } from '../support/in-english.ts';
import { describe, expect, it } from 'vitest';
import { buildBundle } from '../../src/evidence/bundle/build-bundle.ts';
import { commandSigner, keySigner } from '../../src/evidence/signing/signer.ts';
import { verifyBundle } from '../../src/evidence/bundle/verify-bundle.ts';
import { newKeys, sampleBundle } from '../fixtures/bundle.ts';

describe.each(Object.entries(newKeys))('signed with %s', (_, newKey) => {
  const keys = newKey();

  it('is valid for this key and for no other', async () => {
    const bundle = await buildBundle(sampleBundle, keySigner(keys.privateKey));
    expect(verifyBundle(bundle, keys.publicKey).signature).toBe('valid');
    expect(verifyBundle(bundle, newKey().publicKey)).toMatchObject({
      intact: false,
      signature: 'invalid',
      problems: ['manifest.dsse.json', 'test-result.dsse.json'].map((path) => ({
        path,
        message: inEnglish('No signature was made by this key.'),
      })),
    });
    expect(verifyBundle(bundle)).toMatchObject({ intact: true, signature: 'unchecked' });
  });
});

describe('without a signature', () => {
  it('a bundle is whole, and not what the key was asked for', async () => {
    const bundle = await buildBundle(sampleBundle);
    expect(verifyBundle(bundle)).toMatchObject({ intact: true, signature: 'absent' });
    expect(verifyBundle(bundle, newKeys.Ed25519().publicKey).intact).toBe(false);
  });
});

describe('a key', () => {
  it('that is none, or of another kind, is refused without being shown', async () => {
    const secret = 'Kq7vXw2pLm9RtY4e';
    expect(() => keySigner(secret)).toThrow(expect.objectContaining({ code: 'key-invalid' }));
    expect(() => keySigner(secret)).not.toThrow(secret);
    const bundle = await buildBundle(sampleBundle, keySigner(newKeys['P-256']().privateKey));
    expect(() => verifyBundle(bundle, 'nothing')).toThrow(
      expect.objectContaining({ code: 'key-invalid' }),
    );
  });
});

describe('a command that signs', () => {
  it.each([
    ['exit 3', 'ended with 3'],
    ['true', 'wrote nothing'],
    ['head -c 9000 /dev/zero', 'wrote more than a signature'],
    ['head -c 9000 /dev/zero; sleep 4; exit 3', 'wrote more than a signature'],
    ['yes', 'wrote more than a signature'],
  ])('and does not: %s', async (command, why) => {
    await expect(buildBundle(sampleBundle, commandSigner(command))).rejects.toMatchObject({
      code: 'signer-failed',
      message: `The signer ${why}.`,
    });
  });

  it('and does not end, is ended', async () => {
    const started = Date.now();
    await expect(commandSigner('sleep 4; echo', 100).sign(Buffer.of())).rejects.toMatchObject({
      code: 'signer-failed',
      message: 'The signer did not end within 0.1 seconds.',
    });
    expect(Date.now() - started).toBeLessThan(3000);
  });
});
