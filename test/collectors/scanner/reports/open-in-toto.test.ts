import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../../src/collect.ts';
import { readReport } from '../../../../src/collectors/scanner/reports/read-report.ts';
import { PlimsollError } from '../../../../src/core/errors.ts';
import { bundleOf, envelopeOf, scanRecordOf, statementOf } from '../../../fixtures/in-toto.ts';
import {
  configuration,
  cyclonedxVex,
  manifest,
  openvexDocument,
  reports,
} from '../../../fixtures/scans.ts';
import { readDocument, refusalOf, scanOf } from '../../../support/read-scan.ts';

const other = `sha256:${'b'.repeat(64)}`;
const subject = (...digests: readonly string[]) => ({
  subject: digests.map((digest) => ({
    name: 'index.example.org:5000/shop/web:4',
    digest: { sha256: digest.slice(7) },
  })),
});
const lines = (...documents: readonly unknown[]): Buffer =>
  Buffer.from(documents.map((each) => `${JSON.stringify(each)}\n`).join('\n'));

const wrappings: readonly [string, (document: unknown) => unknown][] = [
  ['a statement', (document) => statementOf(document)],
  ['an older one', (each) => statementOf(each, { _type: 'https://in-toto.io/Statement/v0.1' })],
  ['an envelope', (document) => envelopeOf(statementOf(document))],
  ['a bundle', (document) => bundleOf(envelopeOf(statementOf(document)))],
  ["cosign's Data", (document) => envelopeOf(statementOf({ Data: document, Timestamp: '' }))],
  ['Data as text', (document) => statementOf({ Data: JSON.stringify(document) })],
];

describe.each(wrappings)('in %s', (_, wrap) => {
  it.each(Object.entries(reports))('%s says what it says by itself', (format, report) => {
    const { sha256: _own, ...plain } = scanOf(report);
    const read = readDocument(wrap(report));
    expect(read.isAttested).toBe(true);
    expect(read.scans).toMatchObject([plain]);
    expect(format).toBe(plain.format);
  });

  it('VEX says by whom and what', () => {
    for (const document of [openvexDocument, cyclonedxVex]) {
      const [statement] = readDocument(wrap(document)).vex[0]?.statements ?? [];
      expect(statement).toMatchObject({ vulnerability: 'CVE-2026-0001', products: [manifest] });
      expect(statement?.subcomponents[0]).toMatch(/^pkg:deb\/debian\/zlib1g/);
    }
  });
});

it("cosign's scan record tells the times that the report does not", () => {
  const [run] = reports.sarif.runs;
  const untold = { ...reports.sarif, runs: [{ ...run, invocations: [] }] };
  for (const document of [scanRecordOf(untold), statementOf(scanRecordOf(untold))]) {
    expect(scanOf(document)).toMatchObject({
      format: 'sarif',
      scannedAt: '2026-11-23T08:00:00.000Z',
      databaseAt: '2026-11-22T10:00:00.000Z',
    });
  }
  expect(scanOf(statementOf(scanRecordOf(reports.trivy))).scannedAt).toBe(
    '2026-11-23T10:00:00.000Z',
  );
});

describe('the subject', () => {
  const nameless = {
    ...reports.cyclonedx,
    metadata: { timestamp: '2026-11-23T10:00:00Z', component: { type: 'container', name: 'web' } },
  };

  it.each<[string, unknown, readonly string[]]>([
    ['is the image of a report that names none', statementOf(nameless), [manifest]],
    ['is told once', statementOf(nameless, subject(manifest, manifest)), [manifest]],
    ['may be one of several', statementOf(reports.grype, subject(other, manifest)), [manifest]],
    ['may be the configuration', statementOf(reports.grype, subject(configuration)), [manifest]],
    ['is not guessed among several', statementOf(nameless, subject(other, manifest)), []],
    ['may have no digest', statementOf(nameless, { subject: [{ name: 'x' }] }), []],
    [
      'may have one that is not of images',
      statementOf(reports.grype, { subject: [{ digest: { gitCommit: 'ab' } }] }),
      [manifest],
    ],
  ])('%s', (_, document, digests) => {
    expect(scanOf(document).image.digests).toEqual(digests);
  });

  it('that is another image than the report says is refused', () => {
    for (const format of ['trivy', 'grype', 'clair', 'sarif', 'cyclonedx', 'spdx'] as const) {
      const said = refusalOf(envelopeOf(statementOf(reports[format], subject(other))));
      expect(said).toContain(`attested of ${other}, and says itself that it is of ${manifest}`);
    }
    expect(refusalOf(statementOf(openvexDocument, subject(other)))).toContain('says itself');
  });
});

describe('VEX of a subject', () => {
  const [statement] = openvexDocument.statements;
  const said = (products: unknown, change: object = {}, about = subject(manifest)) =>
    readDocument(
      statementOf(
        { ...openvexDocument, statements: [{ ...statement, products, ...change }] },
        about,
      ),
    ).vex[0]?.statements.map((each) => [each.products, each.subcomponents]);
  const zlib = 'pkg:deb/debian/zlib1g';

  it.each<[string, unknown, object, unknown]>([
    ['names none, and is of it', undefined, {}, [[[manifest], []]]],
    ['names none, and parts', [], { subcomponents: [zlib] }, [[[manifest], [zlib]]]],
    ['names a package, and is of that in it', [zlib], {}, [[[manifest], [zlib]]]],
    ['names a part of a package', [zlib], { subcomponents: [zlib] }, [[[], [zlib]]]],
    ['names nothing that is known', [{}], {}, [[[], []]]],
    ['names it by name', ['pkg:oci/web?tag=4'], {}, [[[manifest], []]]],
    [
      'names it and another by name',
      ['pkg:oci/web', 'pkg:oci/api'],
      {},
      [
        [[manifest], []],
        [[manifest], ['pkg:oci/api']],
      ],
    ],
    [
      'names two that are called like it',
      ['pkg:oci/web', 'pkg:docker/a/web'],
      {},
      [
        [[manifest], ['pkg:oci/web']],
        [[manifest], ['pkg:docker/a/web']],
      ],
    ],
    [
      'names it and another',
      [manifest, other],
      {},
      [
        [[manifest], []],
        [[], []],
      ],
    ],
  ])('that %s', (_, products, change, expected) => {
    expect(said(products, change)).toEqual(expected);
  });

  it('holds for each of several subjects', () => {
    const both = [other, manifest];
    expect(said(undefined, {}, subject(...both))).toEqual([[both, []]]);
    expect(said(['pkg:oci/web'], {}, subject(...both))).toEqual([[both, ['pkg:oci/web']]]);
  });

  it('is none where nothing is named at all', () => {
    const document = { ...openvexDocument, statements: [{ ...statement, products: undefined }] };
    expect(readDocument(document).vex[0]?.statements).toEqual([]);
  });

  it('is bounded, however many there are', () => {
    const subjects = Array.from({ length: 1000 }, (_, n) => ({
      digest: { sha256: n.toString(16).padStart(64, '0') },
    }));
    const statements = Array.from({ length: 201 }, () => ({ ...statement, products: undefined }));
    const document = statementOf({ ...openvexDocument, statements }, { subject: subjects });
    expect(refusalOf(document)).toMatch(/too many subjects/);
  });
});

describe('a file of several', () => {
  const provenance = envelopeOf(
    statementOf({ buildType: 'x' }, { predicateType: 'https://slsa.dev/provenance/v1' }),
  );

  it('is read whole', () => {
    const { scans, vex, format } = readReport(
      lines(
        envelopeOf(statementOf(reports.spdx)),
        provenance,
        bundleOf(envelopeOf(statementOf(openvexDocument))),
        reports.trivy,
      ),
      'all.jsonl',
    );
    expect(scans.map((each) => each.format)).toEqual(['spdx', 'trivy']);
    expect(vex).toHaveLength(1);
    expect(format).toBe('SPDX, OpenVEX, Trivy');
  });

  it('is refused whole where one of them is not read', () => {
    const first = envelopeOf(statementOf(reports.spdx));
    const said = (...more: readonly unknown[]) => refusalOfBytes(lines(first, ...more));
    expect(said(envelopeOf(statementOf({})))).toMatch(/document 2 is an in-toto statement of a/);
    expect(said({})).toMatch(/document 2 is not a known report/);
    expect(refusalOfBytes(Buffer.concat([lines(first), Buffer.from('{"a":')]))).toMatch(
      /document 2 is not JSON/,
    );
    expect(said(...Array.from({ length: 1000 }, () => ({})))).toMatch(/1001 lines/);
    expect(refusalOfBytes(lines(provenance, provenance))).toMatch(/slsa\.dev\/provenance\/v1/);
  });
});

describe('what is refused', () => {
  const good = statementOf(reports.trivy);
  const vulns = { predicateType: 'https://in-toto.io/attestation/vulns/v0.2' };
  it.each<[string, unknown, RegExp]>([
    ['another predicate', statementOf({ x: 1 }, vulns), /not read: https:.*vulns\/v0\.2$/],
    ['one with a hostile name', statementOf({}, { predicateType: 'a\u001B[31m' }), /not name/],
    ['a record of no report', statementOf(scanRecordOf(null)), /not read: https:/],
    ['a record by itself of no report', scanRecordOf([]), /not a known report/],
    ['a predicate that is none', statementOf(null), /not read: https:/],
    ['another version', statementOf({}, { _type: 'https://in-toto.io/Statement/v2' }), /version/],
    ['no subjects', statementOf({}, { subject: undefined }), /\/subject:/],
    [
      'a digest that is none',
      statementOf({}, subject('sha256:ab')),
      /\/subject\/0\/digest\/sha256/,
    ],
    ['another payload', envelopeOf(good, { payloadType: 'text/plain' }), /payloadType/],
    ['no base64', envelopeOf(good, { payload: '{}' }), /not base64/],
    ['a payload that is no text', envelopeOf(good, { payload: 1 }), /not base64/],
    ['a payload of nothing', envelopeOf(good, { payload: '' }), /payload of .* is not JSON/],
    ['a payload that is not UTF-8', envelopeOf(good, { payload: '/w==' }), /is not JSON/],
    ['a plain report as payload', envelopeOf(reports.trivy), /no in-toto statement/],
    ['an envelope in an envelope', envelopeOf(envelopeOf(good)), /no in-toto statement/],
    ['a bundle in a bundle', bundleOf(bundleOf(envelopeOf(good))), /without an envelope/],
    ['a bundle of a blob', bundleOf(undefined), /without an envelope/],
    ['a statement in a statement', statementOf(good), /another attestation/],
    ['one in Data', statementOf({ Data: JSON.stringify(good) }), /another attestation/],
    ['Data that is not JSON', statementOf({ Data: 'SPDXVersion: SPDX-2.3' }), /Data .* not JSON/],
    ['a record in a record', statementOf(scanRecordOf(scanRecordOf({}))), /another attestation/],
  ])('%s', (_, document, said) => {
    expect(refusalOf(document)).toMatch(said);
  });

  it('a payload too large for a pattern is told all the same', () => {
    const payload = `${'A'.repeat(40 << 20)}!`;
    expect(refusalOf(envelopeOf(good, { payload }))).toMatch(/not base64/);
  });
});

it('a file of them is told from others, and that no signature was verified', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-in-toto-'));
  try {
    const path = join(folder, 'attestations.jsonl');
    await writeFile(
      path,
      lines(envelopeOf(statementOf(reports.spdx)), envelopeOf(statementOf(openvexDocument))),
    );
    const { snapshot, failures } = await collect({
      targets: [{ kind: 'path', path }],
      now: new Date('2026-11-24T12:00:00Z'),
      env: {},
      home: folder,
    });
    expect(failures).toEqual([]);
    expect(snapshot.subjects.map(({ kind }) => kind)).toEqual(['image-scan', 'vex']);
    expect(JSON.stringify(snapshot.targets)).toContain('no signature');
  } finally {
    await rm(folder, { recursive: true });
  }
});

function refusalOfBytes(bytes: Uint8Array): string {
  try {
    readReport(bytes, 'all.jsonl');
  } catch (error) {
    if (error instanceof PlimsollError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
