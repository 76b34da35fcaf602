import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../src/collectors/scanner/reports/read-report.ts';
import { PlimsollError } from '../../../../src/core/errors.ts';
import { imageScan } from '../../../../src/core/subjects/image-scan.ts';
import { vex } from '../../../../src/core/subjects/vex.ts';
import {
  configuration,
  cyclonedxVex,
  manifest,
  openvexDocument,
  reports,
} from '../../../fixtures/scans.ts';
import { describeWithSamples } from '../../../support/needs.ts';
import { readSample } from '../../../support/official-samples.ts';

const bytesOf = (document: unknown): Buffer => Buffer.from(JSON.stringify(document));
const read = (document: unknown) => readReport(bytesOf(document), 'scan.json');

/** The one scan of a report, held to the kind's own schema. */
function scanIn(bytes: Uint8Array) {
  const { scans } = readReport(bytes, 'scan.json');
  expect(scans).toHaveLength(1);
  return imageScan.schema.parse(scans[0]);
}

describe('a report of each format', () => {
  const judging = ['trivy', 'grype', 'clair', 'sarif', 'cyclonedx'] as const;
  it.each(judging)('%s tells the image, the vulnerability and its mend', (format) => {
    const scan = scanIn(bytesOf(reports[format]));
    expect(scan).toMatchObject({ format, coversVulnerabilities: true, images: [] });
    expect(scan.image.digests).toEqual([manifest]);
    expect(scan.image.id).toBe(format === 'clair' ? null : configuration);
    expect(scan.counts).toMatchObject({ high: { total: 1, fixable: 1 }, critical: { total: 0 } });
    expect(scan.vulnerabilities.high).toMatchObject([
      { id: 'CVE-2026-0001', package: 'zlib1g', version: '1.2.13', fixedIn: '1.2.14' },
    ]);
    expect(scan.scannedAt).toBe(format === 'clair' ? null : '2026-11-23T10:00:00.000Z');
    expect(scan.databaseAt).toBe(format === 'grype' ? '2026-11-22T10:00:00.000Z' : null);
  });

  it('spdx lists packages, and covers no vulnerabilities', () => {
    const scan = scanIn(bytesOf(reports.spdx));
    expect(scan).toMatchObject({
      coversVulnerabilities: false,
      image: { digests: [manifest], id: null },
      packages: [{ name: 'zlib1g', version: '1.2.13' }],
      scanner: { name: 'syft-1.40' },
    });
  });

  it('a place in it is a JSON Pointer to the vulnerability', () => {
    const at = (format: keyof typeof reports) =>
      scanIn(bytesOf(reports[format])).vulnerabilities.high[0]?.at;
    expect(at('trivy')).toBe('/Results/0/Vulnerabilities/0');
    expect(at('clair')).toBe('/vulnerabilities/a~11');
    expect(at('sarif')).toBe('/runs/0/results/0');
  });

  it('what Clair tells no time of is as old as it was fetched', () => {
    const { scans } = readReport(bytesOf(reports.clair), 'clair:x', '2026-11-24T12:00:00.000Z');
    expect(scans[0]?.scannedAt).toBe('2026-11-24T12:00:00.000Z');
  });

  it('keeps what the scanner was told to leave out', () => {
    expect(scanIn(bytesOf(reports.grype)).suppressed).toEqual([
      { id: 'CVE-2026-0002', package: 'tar', reason: 'not reachable' },
    ]);
  });
});

describe('what was not looked at is not clean', () => {
  it.each<[string, unknown]>([
    ['Trivy without a class of packages', { ...reports.trivy, Results: [{ Class: 'secret' }] }],
    ['Trivy without a result', { ...reports.trivy, Results: null }],
    ['CycloneDX with an empty list', { ...reports.cyclonedx, vulnerabilities: [] }],
    ['CycloneDX without a list', { ...reports.cyclonedx, vulnerabilities: undefined }],
    [
      'Clair without a package',
      { ...reports.clair, packages: {}, vulnerabilities: {}, package_vulnerabilities: {} },
    ],
    ['SARIF of a run without results', sarifWith({ results: null })],
    [
      'SARIF of a run that failed',
      sarifWith({ results: [], invocations: [{ executionSuccessful: false }] }),
    ],
  ])('%s', (_, document) => {
    expect(scanIn(bytesOf(document)).coversVulnerabilities).toBe(false);
  });

  it.each<[string, unknown]>([
    ['Trivy', { ...reports.trivy, Results: [{ Class: 'os-pkgs' }] }],
    ['Grype', { ...reports.grype, matches: [] }],
    ['SARIF', sarifWith({ results: [] })],
  ])('%s that looked and found nothing covers it', (_, document) => {
    const scan = scanIn(bytesOf(document));
    expect(scan.coversVulnerabilities).toBe(true);
    expect(Object.values(scan.counts).every(({ total }) => total === 0)).toBe(true);
  });
});

describe('what a report says of itself', () => {
  const grype = (db: object, more: object = {}): object => ({
    ...reports.grype,
    ...more,
    descriptor: { ...reports.grype.descriptor, db },
  });
  const alert = (type: string): object => ({ alertsByPackage: [{ alerts: [{ type }, { type }] }] });
  const built = '2026-11-22T10:00:00Z';
  it.each<[string, unknown, readonly string[] | undefined]>([
    ['Trivy of an ended distribution', trivyOf({ EOSL: true }), ['distribution-ended']],
    ['Trivy of another', trivyOf({ EOSL: false }), undefined],
    ['Trivy that tells none', reports.trivy, undefined],
    ['Grype, its database bad', grype({ status: { built, valid: false } }), ['database-invalid']],
    ['Grype, with an error', grype({ status: { built, error: 'sum' } }), ['database-invalid']],
    ['Grype, with an error as it was', grype({ built, error: {} }), ['database-invalid']],
    ['Grype, with none', grype({ built, error: null, status: { built, valid: true } }), undefined],
    ['Grype of an ended one', grype({ built }, alert('distro-eol')), ['distribution-ended']],
    ['Grype of one unknown', grype({ built }, alert('distro-unknown')), ['distribution-unknown']],
    ['Grype of one left out', grype({ built }, alert('distro-disabled')), ['distribution-unknown']],
    ['Grype with another alert', grype({ built }, alert('toString')), undefined],
    [
      'SARIF of a run that failed half-way',
      sarifWith({ invocations: [{ executionSuccessful: false }] }),
      ['run-failed'],
    ],
  ])('%s', (_, document, shortcomings) => {
    expect(scanIn(bytesOf(document)).shortcomings).toEqual(shortcomings);
  });
});

describe('SARIF', () => {
  const idOf = (ruleId: string) =>
    scanIn(
      bytesOf(sarifWith({ results: [{ ruleId, level: 'error', message: {} }] })),
    ).vulnerabilities.high.map(({ id }) => id);

  it('takes the id out of a rule of Grype, whole', () => {
    expect(idOf('GHSA-jf85-cpcp-j695-lodash')).toEqual(['GHSA-jf85-cpcp-j695']);
    expect(idOf('CVE-2026-12345-zlib1g')).toEqual(['CVE-2026-12345']);
    expect(idOf('ALAS-2026-1')).toEqual(['ALAS-2026-1']);
  });

  it('counts what was asked to be left out and not granted', () => {
    const result = { ruleId: 'CVE-2026-0001', level: 'error', message: {} };
    const scan = (status: string) =>
      scanIn(bytesOf(sarifWith({ results: [{ ...result, suppressions: [{ status }] }] })));
    expect(scan('rejected').counts.high.total).toBe(1);
    expect(scan('accepted')).toMatchObject({ counts: { high: { total: 0 } }, suppressed: [{}] });
  });

  it('of a tool that looks at no image is refused', () => {
    const other = sarifWith({ tool: { driver: { name: 'eslint' } } });
    expect(refusalOf(other)).toMatch(/SARIF.*eslint/s);
  });
});

describe('VEX', () => {
  it.each([
    ['OpenVEX', openvexDocument],
    ['CycloneDX', cyclonedxVex],
  ])('of %s tells who says what of which product', (_, document) => {
    const { scans, vex: documents } = read(document);
    expect(scans).toEqual([]);
    expect(documents).toHaveLength(1);
    expect(vex.schema.parse(documents[0])).toMatchObject({
      author: 'Security of Example',
      statements: [
        {
          vulnerability: 'CVE-2026-0001',
          status: 'not-affected',
          saidAt: '2026-11-22T10:00:00.000Z',
        },
      ],
    });
  });

  it.each<[string, object, string]>([
    ['the manufacturer', { manufacturer: { name: 'Maker' }, tools: [{ name: 'trivy' }] }, 'Maker'],
    ['the manufacturer, as it was spelt', { manufacture: { name: 'Maker' } }, 'Maker'],
    ['an author by address', { authors: [{ email: 'a@b.example' }] }, 'a@b.example'],
    ['a tool', { tools: [{ vendor: 'aqua', name: 'trivy' }] }, 'trivy'],
    ['a tool among components', { tools: { components: [{ name: 'trivy' }] } }, 'trivy'],
    ['nobody', { tools: { components: [] }, supplier: { name: ' ' } }, ''],
  ])('of CycloneDX is the word of %s', (_, metadata, author) => {
    expect(read({ ...cyclonedxVex, metadata }).vex).toMatchObject([{ author }]);
  });

  it('keeps the parts of one product apart from those of another', () => {
    const [statement] = openvexDocument.statements;
    const products = [
      { '@id': 'pkg:oci/a', subcomponents: [{ '@id': 'pkg:deb/x' }] },
      { '@id': 'pkg:oci/b', subcomponents: [{ '@id': 'pkg:deb/y' }] },
    ];
    const { vex: documents } = read({
      ...openvexDocument,
      statements: [{ ...statement, products }],
    });
    expect(
      documents[0]?.statements.map((each) => [each.products, each.subcomponents, each.at]),
    ).toEqual([
      [['pkg:oci/a'], ['pkg:deb/x'], '/statements/0'],
      [['pkg:oci/b'], ['pkg:deb/y'], '/statements/0'],
    ]);
  });
});

describe('what is no report', () => {
  it('is told with what is wrong', () => {
    expect(refusalOfBytes(Buffer.from('{"a":'))).toMatch(/not JSON/);
    expect(refusalOfBytes(Buffer.from([0x22, 0xff, 0x22]))).toMatch(/not JSON/);
    for (const each of [null, 1, 'a', [], [reports.trivy], {}, { SchemaVersion: 2 }]) {
      expect(refusalOf(each)).toMatch(/not a known report/);
    }
    expect(refusalOf({ ...reports.trivy, ArtifactType: 'filesystem' })).toMatch(/ArtifactType/);
    expect(refusalOf({ ...reports.grype, source: { type: 'directory' } })).toMatch(/source/);
  });

  it.each([
    [{ ...reports.trivy, SchemaVersion: 3 }, /Trivy.* \/SchemaVersion: of its versions only 2/],
    [{ spdxVersion: 'SPDX-3.0', packages: [] }, /SPDX.* \/spdxVersion: of its versions only 2/],
    [
      { '@context': 'https://spdx.org/rdf/3.1/x.jsonld', '@graph': [] },
      /of SPDX 3 only 3\.0 is read/,
    ],
  ])('is of a version that is not read, and told so: %#', (document, said) => {
    expect(refusalOf(document)).toMatch(said);
  });

  it('names to what it does not hold', () => {
    const missing = { ...reports.clair, package_vulnerabilities: { '7': ['nowhere'] } };
    expect(refusalOf(missing)).toMatch(/package_vulnerabilities\/7\/nowhere/);
    const inherited = { ...reports.clair, package_vulnerabilities: { '7': ['toString'] } };
    expect(refusalOf(inherited)).toMatch(/toString/);
    const nobody = { ...reports.clair, package_vulnerabilities: { '8': [] } };
    expect(refusalOf(nobody)).toMatch(/package_vulnerabilities\/8/);
  });

  it('is too large', () => {
    const bytes = new Proxy(new Uint8Array(0), {
      get: (array, key): unknown =>
        key === 'byteLength' ? (128 << 20) + 1 : Reflect.get(array, key),
    });
    expect(refusalOfBytes(bytes)).toMatch(/at most/);
    const ids = Array.from({ length: 200_001 }, () => 'a/1');
    const many = { ...reports.clair, package_vulnerabilities: { '7': ids } };
    expect(refusalOf(many)).toMatch(/200001 vulnerabilities/);
  });

  it('is nested too deep, in what is read or beside it, and refused', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    const trivy = JSON.stringify({ ...reports.trivy, Results: 'here' });
    const deep = Buffer.from(trivy.replace('"here"', nested(100_000)));
    expect(outcomeOf(deep)).toBe('scan-report-invalid');
    const beside = `{"more":${nested(100_000)},${JSON.stringify(reports.grype).slice(1)}`;
    expect(outcomeOf(Buffer.from(beside))).toBe('scan-report-invalid');
  });
});

describeWithSamples('a report that a scanner really wrote', () => {
  it.each<[string, string, Record<string, number>]>([
    ['trivy/alpine-310.json', 'trivy', { high: 0, medium: 4 }],
    ['trivy/debian-buster.json', 'trivy', {}],
    ['trivy/ubuntu-1804.json', 'trivy', {}],
    ['trivy/almalinux-8.json', 'trivy', {}],
    ['trivy/distroless-base.json', 'trivy', {}],
    ['trivy/alpine-310.sarif', 'sarif', { medium: 4 }],
    ['grype/keycloak.json', 'grype', {}],
    ['grype/image-presenter.json', 'grype', { low: 1, critical: 1 }],
    ['grype/image.sarif', 'sarif', { low: 1, critical: 1 }],
    ['grype/image.cdx.json', 'cyclonedx', { low: 1, critical: 1 }],
  ])('%s is read', (path, format, counts) => {
    const scan = scanIn(readSample(path));
    expect(scan).toMatchObject({ format, coversVulnerabilities: true });
    const found = Object.values(scan.vulnerabilities).flat();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ id }) => /^(?:CVE|GHSA)-[\w-]+$/.test(id))).toBe(true);
    expect(found.every((each) => each.package !== '' && each.version !== '')).toBe(true);
    for (const [severity, total] of Object.entries(counts)) {
      expect(scan.counts).toMatchObject({ [severity]: { total } });
    }
  });

  it('trivy/alpine-310.json and its SARIF say the same', () => {
    const ids = (path: string) =>
      Object.values(scanIn(readSample(path)).vulnerabilities)
        .flat()
        .map(({ id, package: name, fixedIn }) => `${id} ${name} ${fixedIn}`)
        .sort();
    expect(ids('trivy/alpine-310.sarif')).toEqual(ids('trivy/alpine-310.json'));
  });

  it('trivy/julia-spdx.json lists packages alone', () => {
    expect(scanIn(readSample('trivy/julia-spdx.json')).coversVulnerabilities).toBe(false);
  });

  it("Clair's own examples make a report", () => {
    const parse = (path: string) => JSON.parse(readSample(path).toString()) as { id: string };
    const [owner, flaw] = [parse('clair/package.json'), parse('clair/vulnerability.json')];
    const scan = scanIn(
      bytesOf({
        manifest_hash: manifest,
        packages: { [owner.id]: owner },
        vulnerabilities: { [flaw.id]: flaw },
        package_vulnerabilities: { [owner.id]: [flaw.id] },
      }),
    );
    expect(scan.vulnerabilities.low).toMatchObject([
      { id: 'CVE-2009-5155', fixedIn: '2.28-0ubuntu1' },
    ]);
  });
});

function trivyOf(OS: object): object {
  return { ...reports.trivy, Metadata: { ...reports.trivy.Metadata, OS } };
}

function sarifWith(change: object): object {
  return { ...reports.sarif, runs: [{ ...reports.sarif.runs[0], ...change }] };
}

/** What a document is refused with. */
const refusalOf = (document: unknown): string => refusalOfBytes(bytesOf(document));

function refusalOfBytes(bytes: Uint8Array): string {
  try {
    readReport(bytes, 'scan.json');
  } catch (error) {
    if (error instanceof PlimsollError && error.code === 'scan-report-invalid') {
      return error.message;
    }
    throw error;
  }
  throw new Error('nothing was refused');
}

function outcomeOf(bytes: Uint8Array): string {
  try {
    const { scans, vex: documents } = readReport(bytes, 'scan.json');
    for (const scan of scans) imageScan.schema.parse(scan);
    for (const document of documents) vex.schema.parse(document);
    return 'read';
  } catch (error) {
    if (error instanceof PlimsollError) return error.code;
    throw error;
  }
}
