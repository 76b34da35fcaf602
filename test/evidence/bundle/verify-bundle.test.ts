import { inEnglish } from '../../support/in-english.ts';
import { generateKeyPairSync, sign } from 'node:crypto';
import { inLanguage } from '../../../src/core/text.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildBundle } from '../../../src/evidence/bundle/build-bundle.ts';
import { compareEntries, type BundleEntry } from '../../../src/evidence/zip/entry.ts';
import { piecesOf, writeContainer } from '../../../src/evidence/zip/write-zip.ts';
import { jsonBytes, listFiles } from '../../../src/evidence/manifest/manifest.ts';
import { openBundle } from '../../../src/evidence/bundle/open-bundle.ts';
import { sha256 } from '../../../src/evidence/manifest/sha256.ts';
import { envelopeSchema, type Envelope } from '../../../src/evidence/signing/envelope.ts';
import { preAuthentication } from '../../../src/syntax/dsse/pre-authentication.ts';
import { keySigner } from '../../../src/evidence/signing/signer.ts';
import { verifyBundle } from '../../../src/evidence/bundle/verify-bundle.ts';
import { newKeys, sampleBundle } from '../../fixtures/bundle.ts';

const keys = newKeys.Ed25519();
let bundle: Uint8Array;
let entries: readonly BundleEntry[];

beforeAll(async () => {
  bundle = await buildBundle(sampleBundle, keySigner(keys.privateKey));
  ({ entries } = verifyBundle(bundle));
});

/** The bundle with one entry another one, in a container that is written as it should be. */
const withEntry = (path: string, bytes: Uint8Array | undefined): Uint8Array =>
  writeContainer([
    ...entries.filter((entry) => entry.path !== path),
    ...(bytes ? [{ path, bytes }] : []),
  ]);

describe('a bundle', () => {
  it('has the same bytes for the same input, signed with Ed25519 too', async () => {
    const again = await buildBundle(theSampleAgain(), keySigner(keys.privateKey));
    expect(Buffer.compare(bundle, again)).toBe(0);
  });

  it('begins with the manifest, ends with its signatures, and has the rest in order', () => {
    const paths = entries.map(({ path }) => path);
    expect(paths.slice(1, -2)).toEqual(paths.slice(1, -2).toSorted());
    expect(paths[0]).toBe('manifest.json');
    expect(paths.slice(-2)).toEqual(['manifest.dsse.json', 'test-result.dsse.json']);
    expect(paths).toContain(`attachments/${sha256('minutes')}`);
    expect(paths).toContain('reports/report-en.html');
  });

  it('is intact, and names the engine', () => {
    const { intact, problems, signature, manifest } = verifyBundle(bundle, keys.publicKey);
    expect({ intact, problems, signature }).toEqual({
      intact: true,
      problems: [],
      signature: 'valid',
    });
    expect(manifest?.engines).toMatchObject([{ version: '29.1.0' }]);
  });

  it('is not made of things that do not belong together', async () => {
    const { snapshot } = sampleBundle;
    const later = { ...snapshot, collectedAt: '2026-11-25T12:00:00Z' };
    await expect(buildBundle({ ...sampleBundle, snapshot: later })).rejects.toMatchObject({
      code: 'bundle-invalid',
    });
  });

  it('does not hold a path that climbs', () => {
    for (const path of ['../a', '/a', 'a/../b', 'a//b', '.a', 'a\\b', '', 'ä']) {
      expect(() => writeContainer([{ path, bytes: Buffer.of() }])).toThrow('is not a valid path');
    }
  });
});

describe('what a bundle says twice', () => {
  /** A bundle without signatures in which one file says something else, and the manifest knows its hash. */
  const forge = (path: string, change: (document: Record<string, unknown>) => object) => {
    const bare = entries.filter((each) => !each.path.includes('dsse'));
    const bytesOf = (name: string) => bare.find((each) => each.path === name)?.bytes;
    const read = (name: string) =>
      z
        .record(z.string(), z.unknown())
        .parse(JSON.parse(Buffer.from(bytesOf(name) ?? []).toString()));
    const changed = jsonBytes(change(read(path)));
    const { seals: _, ...manifest } = read('manifest.json');
    const files = z.array(z.looseObject({ path: z.string() })).parse(manifest['files']);
    const listed = files.map((file) =>
      file.path === path ? { ...file, bytes: changed.length, sha256: sha256(changed) } : file,
    );
    const first = path === 'manifest.json' ? changed : jsonBytes({ ...manifest, files: listed });
    return writeContainer(
      bare.map((entry) => ({
        path: entry.path,
        bytes: entry.path === 'manifest.json' ? first : entry.path === path ? changed : entry.bytes,
      })),
    );
  };

  it('is intact where nothing was changed', () => {
    const { problems } = verifyBundle(forge('manifest.json', ({ seals: _, ...rest }) => rest));
    expect(problems).toEqual([]);
  });

  it.each([
    ['access.json', { targets: [] }],
    ['population.json', { gaps: [{ code: 'unreadable' }] }],
    ['population.json', { population: [] }],
    ['redactions.json', { redactions: [{ place: 'nowhere' }] }],
    ['manifest.json', { collectedAt: '2020-01-01T00:00:00Z', seals: undefined }],
    ['manifest.json', { engines: [], seals: undefined }],
    ['manifest.json', { catalog: { id: 'other', version: '1.0.0' }, seals: undefined }],
    ['checks.json', { catalog: { id: 'other', version: '1.0.0' } }],
  ])('is a problem where %s says %j', (path, said) => {
    const { intact, problems } = verifyBundle(
      forge(path, (document) => ({ ...document, ...said })),
    );
    expect(intact).toBe(false);
    expect(problems.map(({ message }) => inLanguage(message, 'en')).join()).toContain(
      'It does not say what',
    );
  });
});

const unreadable = 'Cannot be read as what its name says, so nothing can be compared with it.';

describe('a part of a bundle that cannot be held to the others', () => {
  /** The bundle without signatures, with files that are others, or none; the manifest lists what is there. */
  const repacked = (changed: Readonly<Record<string, Uint8Array | undefined>>) => {
    const { seals: _, files, ...manifest } = openBundle(bundle).manifest;
    const kept = new Map(
      entries
        .filter(({ path }) => files.some((file) => file.path === path))
        .map((each) => [each.path, each.bytes]),
    );
    for (const [path, bytes] of Object.entries(changed)) {
      if (bytes === undefined) kept.delete(path);
      else kept.set(path, bytes);
    }
    const now = [...kept].map(([path, bytes]) => ({ path, bytes, mediaType: 'application/json' }));
    now.sort(compareEntries);
    const first = jsonBytes({ ...manifest, files: listFiles(now) });
    return verifyBundle(writeContainer([{ path: 'manifest.json', bytes: first }, ...now])).problems;
  };
  const changed = (path: string, said: object): Uint8Array =>
    jsonBytes({ ...Object(openBundle(bundle).readJson(path)), ...said });

  it('is missed by nobody where it is as it was', () => {
    expect(repacked({})).toEqual([]);
  });

  const parts = ['snapshot.json', 'assessment.json', 'checks.json'];
  it.each(
    parts.flatMap((path) => [
      [path, 'is no JSON', () => Buffer.from('{'), unreadable] as const,
      [path, 'is of another kind', () => changed(path, { kind: 'other' }), unreadable] as const,
      [
        path,
        'lacks what is compared',
        () => changed(path, { collectedAt: 1, catalog: 1 }),
        unreadable,
      ] as const,
      [
        path,
        'has another version',
        () => changed(path, { version: '99.0' }),
        'Version 99.0',
      ] as const,
    ]),
  )('%s that %s is a problem', (path, _, make, said) => {
    const problems = repacked({ [path]: make() });
    expect(problems.map((each) => each.path)).toEqual([path]);
    expect(inLanguage(problems[0]?.message ?? '', 'en')).toContain(said);
  });

  it.each([...parts, 'access.json', 'population.json', 'redactions.json'])(
    '%s is missed',
    (path) => {
      expect(repacked({ [path]: undefined })).toEqual([
        { path, message: inEnglish('Required in every bundle, but missing.') },
      ]);
    },
  );

  it('an assessment of another time is a problem', () => {
    const later = changed('assessment.json', { collectedAt: '2030-01-01T00:00:00Z' });
    expect(repacked({ 'assessment.json': later })).toEqual([
      { path: 'manifest.json', message: inEnglish('It does not say what assessment.json says.') },
    ]);
  });

  it('an attachment under another hash is a problem', () => {
    const path = `attachments/${sha256('other')}`;
    expect(repacked({ [path]: Buffer.from('forged minutes') })).toEqual([
      { path, message: inEnglish('Its name is not its hash.') },
    ]);
  });

  it('answers of another version, or two of one place, are problems', () => {
    const answer = Buffer.from('{}\n');
    const file = `answers/${sha256(answer)}.json`;
    const one = { target: 't', endpoint: '/info', request: '/info', file, sha256: sha256(answer) };
    const index = (version: string, answers: readonly object[]) => ({
      [file]: answer,
      'answers.json': jsonBytes({ kind: 'plimsoll/answers', version, redactions: [], answers }),
    });
    expect(repacked(index('1.0', [one]))).toEqual([]);
    expect(repacked(index('2.0', [one]))).toMatchObject([{ path: 'answers.json' }]);
    expect(repacked(index('1.0', [one, one]))).toEqual([
      { path: 'answers.json', message: inEnglish('Names two answers of t to /info.') },
    ]);
  });
});

/** The sample again, as objects of their own. */
const theSampleAgain = () => ({
  ...sampleBundle,
  snapshot: structuredClone(sampleBundle.snapshot),
  assessment: structuredClone(sampleBundle.assessment),
});

describe('a changed byte', () => {
  it('anywhere is found, and the place is named', () => {
    const pieces = piecesOf(entries);
    const pathAt = (position: number): string | undefined => {
      let offset = 0;
      return pieces.find(({ bytes }) => {
        offset += bytes.length;
        return position < offset;
      })?.path;
    };
    fc.assert(
      fc.property(
        fc.nat({ max: bundle.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (position, flip) => {
          const changed = Uint8Array.from(bundle);
          changed[position] = (changed[position] ?? 0) ^ flip;
          const { intact, problems } = verifyBundle(changed);
          expect(intact).toBe(false);
          const place = pathAt(position);
          const named = problems.some(
            ({ path, offset }) =>
              path === place || (offset !== undefined && Math.abs(offset - position) < 64),
          );
          expect({ position, place, named, problems }).toMatchObject({ named: true });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('in the bytes of each header is found', () => {
    let offset = 0;
    const missed: number[] = [];
    for (const { part, bytes } of piecesOf(entries)) {
      if (part !== 'content') {
        for (let at = offset; at < offset + bytes.length; at += 1) {
          const changed = Uint8Array.from(bundle);
          changed[at] = (changed[at] ?? 0) ^ 1;
          if (verifyBundle(changed).intact) missed.push(at);
        }
      }
      offset += bytes.length;
    }
    expect(missed).toEqual([]);
  });

  it('that is one too many or too few is found', () => {
    expect(verifyBundle(Buffer.concat([bundle, Buffer.of(0)])).problems).toMatchObject([
      { offset: bundle.length },
    ]);
    expect(verifyBundle(bundle.subarray(0, -1)).intact).toBe(false);
    expect(verifyBundle(Buffer.concat([Buffer.of(0), bundle])).intact).toBe(false);
  });
});

describe('a container written as it should be, by somebody who changed', () => {
  const cases: Readonly<Record<string, readonly [string, () => Uint8Array, string]>> = {
    'a file': [
      'snapshot.json',
      () => withEntry('snapshot.json', Buffer.from('{}')),
      'The content does not match the hash in the manifest.',
    ],
    'what is there': ['snapshot.json', () => withEntry('snapshot.json', undefined), 'Missing.'],
    'what is listed': [
      'extra.json',
      () => withEntry('extra.json', Buffer.from('{}')),
      'Not listed in the manifest.',
    ],
    'the manifest, and all hashes with it': [
      'manifest.dsse.json',
      () => withEntry('manifest.json', jsonBytes({ ...openBundle(bundle).manifest, $schema: 'x' })),
      'The signed manifest is not this one.',
    ],
    'the spelling of the signature': [
      'manifest.dsse.json',
      () =>
        withEntry(
          'manifest.dsse.json',
          Buffer.from(JSON.stringify(openBundle(bundle).readJson('manifest.dsse.json'))),
        ),
      'Not in the form of a signature envelope.',
    ],
    'the manifest into none': [
      'manifest.json',
      () => withEntry('manifest.json', Buffer.from('[]')),
      'Not a manifest of a bundle.',
    ],
  };
  it.each(Object.entries(cases))('%s', (_, [path, make, message]) => {
    const { intact, problems } = verifyBundle(make(), keys.publicKey);
    expect(intact).toBe(false);
    expect(problems).toContainEqual({ path, message: inEnglish(message) });
  });
});

const envelopes = ['manifest.dsse.json', 'test-result.dsse.json'];

describe.each(envelopes)('what a bundle is sealed with is held to its manifest: %s', (path) => {
  const envelope = (): Envelope => envelopeSchema.parse(openBundle(bundle).readJson(path));
  /** In its place among the others. */
  const replaced = (change: (envelope: Envelope) => object): Uint8Array =>
    writeContainer(
      entries.map((entry) =>
        entry.path === path ? { path, bytes: jsonBytes(change(envelope())) } : entry,
      ),
    );
  const others = generateKeyPairSync('ed25519').privateKey;
  const byOther = ({ payloadType, payload }: Envelope): string =>
    sign(null, preAuthentication(payloadType, Buffer.from(payload, 'base64')), others).toString(
      'base64',
    );
  const cases: Readonly<Record<string, readonly [() => Uint8Array, string]>> = {
    'it was removed': [
      () => withEntry(path, undefined),
      'Missing: the bundle was sealed with this file.',
    ],
    'its key is named otherwise': [
      () =>
        replaced((is) => ({
          ...is,
          signatures: [{ keyid: 'f'.repeat(64), sig: is.signatures[0]?.sig }],
        })),
      'Names another key than the manifest does.',
    ],
    'its key is named no longer': [
      () => replaced((is) => ({ ...is, signatures: [{ sig: is.signatures[0]?.sig }] })),
      'Names another key than the manifest does.',
    ],
    'its signature stands twice': [
      () => replaced((is) => ({ ...is, signatures: [...is.signatures, ...is.signatures] })),
      'Signatures found: 2; a bundle is signed once, by one key.',
    ],
    'another key signed as well': [
      () =>
        replaced((is) => ({
          ...is,
          signatures: [{ keyid: is.signatures[0]?.keyid, sig: byOther(is) }, ...is.signatures],
        })),
      'Signatures found: 2; a bundle is signed once, by one key.',
    ],
    'its payload is said to be of another type': [
      () => replaced((is) => ({ ...is, payloadType: 'application/json' })),
      'Not a signature envelope.',
    ],
    'it has no signature': [
      () => replaced((is) => ({ ...is, signatures: [] })),
      'Not a signature envelope.',
    ],
  };
  it.each(Object.entries(cases))('%s', (_, [make, message]) => {
    for (const key of [undefined, keys.publicKey]) {
      const { intact, problems } = verifyBundle(make(), key);
      expect(intact).toBe(false);
      expect(problems).toContainEqual({ path, message: inEnglish(message) });
    }
  });
});

describe('the seals of a bundle', () => {
  it('are missed where all of them were removed', () => {
    const bare = writeContainer(entries.filter(({ path }) => !envelopes.includes(path)));
    const { intact, problems, signature } = verifyBundle(bare);
    expect({ intact, signature }).toEqual({ intact: false, signature: 'absent' });
    expect(problems.map(({ path }) => path)).toEqual(envelopes);
  });

  it('are told where the manifest knows nothing of them', async () => {
    const { entries: plain } = verifyBundle(await buildBundle(sampleBundle));
    const added = [...envelopes, 'manifest.tsr'].map((path) => ({
      path,
      bytes: entries.find((entry) => entry.path === path)?.bytes ?? Buffer.from('x'),
    }));
    expect(verifyBundle(writeContainer(plain)).problems).toEqual([]);
    for (const each of added) {
      expect(verifyBundle(writeContainer([...plain, each])).problems).toContainEqual({
        path: each.path,
        message: inEnglish(
          'The manifest does not state that the bundle was sealed with this file.',
        ),
      });
    }
  });

  it('are both there or neither, where a release listed none', async () => {
    const { entries: plain } = verifyBundle(await buildBundle(sampleBundle));
    const { seals: _, ...before } = openBundle(writeContainer(plain)).manifest;
    const first: BundleEntry = { path: 'manifest.json', bytes: jsonBytes(before) };
    const old = [first, ...plain.slice(1)];
    expect(verifyBundle(writeContainer(old)).problems).toEqual([]);
    for (const path of envelopes) {
      const bytes = entries.find((entry) => entry.path === path)?.bytes ?? Buffer.of();
      expect(verifyBundle(writeContainer([...old, { path, bytes }])).problems).toContainEqual({
        path: envelopes.find((each) => each !== path),
        message: inEnglish('Missing: a signed bundle has two signatures.'),
      });
    }
  });

  it('name the key that made them, where a key is given', async () => {
    const named = { ...keySigner(keys.privateKey), keyId: 'a'.repeat(64) };
    const { problems } = verifyBundle(await buildBundle(sampleBundle, named), keys.publicKey);
    expect(problems).toEqual(
      envelopes.map((path) => ({
        path,
        message: inEnglish('The signature that this key made names another key.'),
      })),
    );
    const { keyId: _, ...unnamed } = keySigner(keys.privateKey);
    const sound = verifyBundle(await buildBundle(sampleBundle, unnamed), keys.publicKey);
    expect(sound).toMatchObject({ intact: true, signature: 'valid' });
  });
});

describe('a file that is no bundle', () => {
  it('is never opened, and throws nothing of its own', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, begins) => {
        const file = begins ? Buffer.concat([bundle.subarray(0, 60), bytes]) : bytes;
        expect(verifyBundle(file).intact).toBe(false);
        expect(() => openBundle(file)).toThrow(expect.objectContaining({ code: 'bundle-invalid' }));
      }),
      { numRuns: 500 },
    );
  });

  it('that lists more files than a call takes is told of each that is missing', () => {
    const manifest = z
      .object({ files: z.array(z.unknown()) })
      .loose()
      .parse(openBundle(bundle).readJson('manifest.json'));
    const absent = Array.from({ length: 200_000 }, (_, at) => ({
      path: `z/${at}`,
      bytes: 0,
      sha256: '0'.repeat(64),
      mediaType: 'text/plain',
    }));
    const longer = jsonBytes({ ...manifest, files: [...manifest.files, ...absent] });
    const { intact, problems } = verifyBundle(withEntry('manifest.json', longer));
    expect(intact).toBe(false);
    expect(problems).toContainEqual({ path: 'z/199999', message: inEnglish('Missing.') });
  });

  it('that says to be huge is not believed', () => {
    const bomb = Uint8Array.from(bundle);
    new DataView(bomb.buffer).setUint32(22, 0xffff_fff0, true);
    expect(verifyBundle(bomb).problems[0]).toMatchObject({
      path: 'manifest.json',
      message: inEnglish('The stated length exceeds the file.'),
    });
  });
});
