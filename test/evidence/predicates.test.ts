import { inEnglish } from '../support/in-english.ts';
import { describe, expect, it } from 'vitest';
import { buildBundle } from '../../src/evidence/bundle/build-bundle.ts';
import { writeContainer } from '../../src/evidence/zip/write-zip.ts';
import { openBundle } from '../../src/evidence/bundle/open-bundle.ts';
import { keySigner } from '../../src/evidence/signing/signer.ts';
import { signManifest } from '../../src/evidence/signing/sign-manifest.ts';
import { verifyBundle } from '../../src/evidence/bundle/verify-bundle.ts';
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
      message: inEnglish('The signed content is not a statement about a bundle.'),
    });
  });

  it('is held to the assessment, and the places that differ are named', async () => {
    const { entries } = verifyBundle(signed);
    const signer = keySigner(keys.privateKey);
    const manifest = entries.find(({ path }) => path === 'manifest.json')?.bytes ?? Buffer.of();
    const lie = async (path: string, from: string, to: string) => {
      const { predicateType: type, predicate } = statementIn(path) as {
        predicateType: string;
        predicate: unknown;
      };
      const text = JSON.stringify(predicate);
      expect(text).toContain(from);
      // A text that was a predicate stays one.
      const other = JSON.parse(text.replace(from, to)) as Readonly<Record<string, unknown>>;
      const bytes = await signManifest(manifest, { type, predicate: other }, signer);
      const changed = entries.map((entry) => (entry.path === path ? { path, bytes } : entry));
      return verifyBundle(writeContainer(changed), keys.publicKey);
    };
    const fewer = await lie('manifest.dsse.json', '"fail":1', '"fail":0');
    expect(fewer).toMatchObject({
      intact: false,
      problems: [
        {
          path: 'manifest.dsse.json',
          message: inEnglish(
            'The signed content does not match assessment.json, at /state/findings/fail.',
          ),
        },
      ],
    });
    const passed = await lie('test-result.dsse.json', 'FAILED', 'PASSED');
    expect(passed.problems).toMatchObject([
      {
        path: 'test-result.dsse.json',
        message: inEnglish('The signed content does not match assessment.json, at /result.'),
      },
    ]);
    const more = await lie('test-result.dsse.json', '"passedTests":[]', '"passedTests":["x"]');
    expect(more.problems[0]?.message.en).toContain('/passedTests/*');
  });
});
