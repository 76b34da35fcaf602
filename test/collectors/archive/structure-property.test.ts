import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findImages } from '../../../src/collectors/archive/find-images.ts';
import { archivedImageFacts } from '../../../src/collectors/archive/image-facts.ts';
import { readArchive } from '../../../src/collectors/archive/read-archive.ts';
import { toSubject } from '../../../src/collectors/gathering/to-subject.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { SyntaxProblem } from '../../../src/syntax/problem.ts';
import { misfits } from '../../../src/core/snapshot/hold-to-schema.ts';
import { image } from '../../../src/core/subjects/image.ts';
import { mutate, mutation } from '../../support/mutate.ts';
import { tar, tarEntry, type MadeEntry } from '../../support/tar.ts';

const record = (text: string): string => {
  const length = text.length + 2;
  return `${length + String(length + String(length).length).length} ${text}\n`;
};

const harmless = [
  'usr/bin/su',
  'usr/bin/',
  '.wh..wh..opq',
  'usr/.wh.bin',
  'usr/bin/.wh.su',
  '.wh..wh.aufs',
  'etc/os-release',
  'usr/lib/os-release',
  'var/lib/dpkg/status',
  'lib/apk/db/installed',
  'root/.npmrc',
  'etc/shadow',
  '.env',
  'var/lib/rpm/rpmdb.sqlite',
  'usr/sbin/sshd',
  'a\u0007b',
  '\u00ff\u00fe',
  '/etc/x',
];
const names = fc.oneof(
  fc.constantFrom('', '/', '.', '..', '../../etc/passwd', 'a/../../b', '.wh.', 'd/'.repeat(49)),
  fc.string({ maxLength: 100 }),
);
const bodies = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      'ID=debian\nVERSION_ID="13"\n',
      'ID='.repeat(9000),
      'Package: a\nStatus: install ok installed\n\n',
    ],
    ...['P:musl\nV:1\n\n', '_authToken=abcdefghijklmnop\n', 'root:$6$abcdefgh$abcdefgh:1::::::\n'],
    '-----BEGIN PRIVATE KEY-----\n'.repeat(300),
    `-----BEGIN PRIVATE KEY-----${'A'.repeat(5000)}`,
    record('path=../../x'),
    record('size=99999999999999999999'),
    record('size=7'),
    record('GNU.sparse.major=1') + record('GNU.sparse.name=etc/x') + record('GNU.sparse.size=1'),
    record('linkpath=/proc/self/root'),
    '99 path=x',
    '-1 path=x\n',
  ),
  fc.uint8Array({ maxLength: 700 }).map((bytes) => Buffer.from(bytes)),
);
/** Nothing, most of the time, so that what is odd about an archive is reached. */
const seldom = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });

const entries: fc.Arbitrary<MadeEntry> = fc
  .record({
    name: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...harmless) },
      { weight: 1, arbitrary: names },
    ),
    body: bodies,
    mode: fc.nat(0o7777),
    flag: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('0', '5') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...['\0', '7', '1', '2', '3', '4', '6', 'x', 'g', 'L', 'K', 'S', 'V'],
        ),
      },
    ),
    target: fc.oneof(fc.constantFrom(...harmless), names),
    size: seldom(seldom(fc.constantFrom(0, 1, 511, 513, 0o77777777777))),
  })
  .map(({ size, body, ...rest }) => ({
    ...rest,
    // Nothing follows what is no file; and what says another size than it has breaks all that follows.
    ...(/^[1-6]$/.test(rest.flag) && size === undefined ? {} : { body }),
    ...(size === undefined ? {} : { size }),
  }));
const packs: readonly ((layer: Buffer) => Buffer)[] = [
  (layer) => layer,
  (layer) => gzipSync(layer),
  (layer) => gzipSync(gzipSync(layer)),
  (layer) => gzipSync(layer).subarray(0, -9),
  (layer) => Buffer.concat([gzipSync(layer), Buffer.from('more')]),
  (layer) => layer.subarray(0, -700),
];

/** Broken ones are refused at once, and show little. */
const mostlyWhole = fc.constantFrom(...packs.slice(0, 2), ...packs.slice(0, 2), ...packs);

const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value) ?? '');

/** An archive in one of both forms, of which entries, layers and documents are whatever they are. */
const archives = fc
  .record({
    layers: fc.array(fc.array(entries, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
    pack: mostlyWhole,
    oci: fc.boolean(),
    config: seldom(fc.array(mutation, { maxLength: 2 })),
    manifest: seldom(fc.array(mutation, { maxLength: 2 })),
    around: seldom(fc.array(entries, { maxLength: 2 })),
    whole: mostlyWhole,
  })
  .map(({ layers, pack, oci, config: ofConfig, manifest: ofManifest, around, whole }) => {
    const tars = layers.map(tar);
    const blobs = tars.map(pack);
    const config = json(
      mutate(
        {
          created: '2026-11-01T00:00:00Z',
          os: 'linux',
          architecture: 'amd64',
          config: { User: '1', Env: ['A=b'], Labels: { a: 'b' }, ExposedPorts: { '80/tcp': {} } },
          rootfs: { diff_ids: tars.map((each) => `sha256:${hex(each)}`) },
          history: tars.map(() => ({ created: '2026-11-01T00:00:00Z', created_by: 'RUN x' })),
        },
        ofConfig ?? [],
      ),
    );
    const blob = (bytes: Buffer): string => `blobs/sha256/${hex(bytes)}`;
    const digest = (bytes: Buffer) => ({ digest: `sha256:${hex(bytes)}`, size: bytes.length });
    const described = json(
      mutate({ config: digest(config), layers: blobs.map(digest) }, ofManifest ?? []),
    );
    const documents: MadeEntry[] = oci
      ? [
          { name: blob(described), body: described },
          { name: 'index.json', body: json({ manifests: [digest(described)] }) },
        ]
      : [
          {
            name: 'manifest.json',
            body: json(
              mutate(
                [{ Config: blob(config), RepoTags: ['a:1'], Layers: blobs.map(blob) }],
                ofManifest ?? [],
              ),
            ),
          },
        ];
    return whole(
      Buffer.concat([
        ...blobs.map((body) => tarEntry({ name: blob(body), body })),
        ...(around ?? []).map(tarEntry),
        tar([{ name: blob(config), body: config }, ...documents]),
      ]),
    );
  });

it(
  'reads, or refuses with its own error, archives whose parts are anything',
  { timeout: 120_000 },
  async () => {
    const redactor = createRedactor(Buffer.alloc(32));
    const seen = { read: 0, whole: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(archives, async (bytes) => {
        const started = process.cpuUsage();
        try {
          const content = await readArchive([bytes], redactor.drop);
          for (const each of findImages(content)) {
            const subject = toSubject({
              kind: image,
              id: each.id,
              name: 'a',
              target: 'a',
              origin: 'archive/a',
              facts: archivedImageFacts(each, [], redactor),
            });
            expect(misfits(image, subject)).toEqual([]);
            // What a terminal or a page would take for an order is in no path.
            expect(JSON.stringify(subject.facts['files'] ?? null)).not.toMatch(/\\u00[01]|\u202e/);
            seen.read += 1;
            if (subject.gaps.every(({ path }) => path !== '/files')) seen.whole += 1;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxProblem);
          seen.refused += 1;
        }
        const { user, system } = process.cpuUsage(started);
        expect(user + system).toBeLessThan(3_000_000);
      }),
      { numRuns: 500 },
    );
    // Both happen, or nothing was shown.

    expect(Math.min(seen.whole, seen.read - seen.whole, seen.refused)).toBeGreaterThan(20);
  },
);
