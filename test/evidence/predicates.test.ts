import { describe, expect, it } from 'vitest';
import { buildBundle } from '../../src/evidence/build-bundle.ts';
import { writeContainer } from '../../src/evidence/container/write-container.ts';
import { openBundle } from '../../src/evidence/open-bundle.ts';
import { keySigner } from '../../src/evidence/signing/signer.ts';
import { verifyBundle } from '../../src/evidence/verify-bundle.ts';
import { newKeys, sampleBundle } from '../fixtures/bundle.ts';

const keys = newKeys.Ed25519();
const signed = await buildBundle(sampleBundle, keySigner(keys.privateKey));

function statementIn(path: string): unknown {
  const { payload } = openBundle(signed).readJson(path) as { payload: string };
  return JSON.parse(Buffer.from(payload, 'base64').toString());
}

describe('what is signed', () => {
  it('has every state of the assessment apart', () => {
    expect(statementIn('manifest.dsse.json')).toMatchObject({
      predicateType: 'urn:plimsoll:predicate:bundle:1',
      predicate: {
        tool: sampleBundle.tool,
        catalog: { id: 'sample' },
        collectedAt: sampleBundle.snapshot.collectedAt,
        state: {
          findings: {
            ...{ total: 2, pass: 1, fail: 1, waived: 0, compensated: 0, unknown: 0, error: 0 },
            ...{ notApplicable: 0, manual: 0 },
          },
          attested: 0,
          population: sampleBundle.snapshot.population,
          frameworks: [],
        },
      },
    });
  });

  it('is a test result of the standard too', () => {
    expect(statementIn('test-result.dsse.json')).toMatchObject({
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
      subject: [{ name: 'manifest.json' }],
      predicate: {
        result: 'FAILED',
        failedTests: ['sample-not-privileged'],
        passedTests: [],
        warnedTests: [],
      },
    });
  });

  it('by another key is refused for either statement', () => {
    const { problems } = verifyBundle(signed, newKeys.Ed25519().publicKey);
    expect(problems.map(({ path }) => path)).toEqual([
      'manifest.dsse.json',
      'test-result.dsse.json',
    ]);
  });

  it('cannot take the place of the other', () => {
    const { entries } = verifyBundle(signed);
    const bytesOf = (path: string) =>
      entries.find((entry) => entry.path === path)?.bytes ?? Buffer.of();
    const swapped = entries.map(({ path, bytes }) => ({
      path,
      bytes: path === 'test-result.dsse.json' ? bytesOf('manifest.dsse.json') : bytes,
    }));
    expect(verifyBundle(writeContainer(swapped), keys.publicKey).problems).toContainEqual({
      path: 'test-result.dsse.json',
      message: 'What is signed is not a statement about a bundle.',
    });
  });
});
