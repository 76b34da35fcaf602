import { describe, expect, it } from 'vitest';
import { reports } from '../../../fixtures/scans.ts';
import { foundOf, readDocument, scanOf } from '../../../support/read-scan.ts';

const [flaw] = reports.cyclonedx.vulnerabilities;
const [zlib] = reports.cyclonedx.components;

/** The report with one vulnerability changed. */
const withFlaw = (change: object, more: object = {}): object => ({
  ...reports.cyclonedx,
  vulnerabilities: [{ ...flaw, ...change }],
  ...more,
});

describe('parts', () => {
  const inner = { 'bom-ref': 'inner', type: 'framework', name: 'spring', version: '5.3' };
  const nested = [{ 'bom-ref': 'outer', type: 'container', name: 'base', components: [inner] }];

  it('that lie in others are read as well', () => {
    const document = withFlaw({ affects: [{ ref: 'inner' }] }, { components: nested });
    expect(foundOf(document)).toMatchObject([{ package: 'spring', version: '5.3' }]);
    expect(scanOf(document).packages).toMatchObject([{ name: 'spring' }]);
  });

  it('that lie deep are read', () => {
    let parts: object[] = [inner];
    for (let depth = 0; depth < 90; depth += 1) parts = [{ type: 'library', components: parts }];
    const document = withFlaw({ affects: [{ ref: 'inner' }] }, { components: parts });
    expect(foundOf(document)).toMatchObject([{ package: 'spring' }]);
  });

  it('of another document are known by the package URL in the link', () => {
    const purl = 'pkg:rpm/centos/libstdc%2B%2B@4.8.5-36?arch=x86_64';
    const ref = `urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#${purl}`;
    const [found] = foundOf(withFlaw({ affects: [{ ref }] }, { components: [] }));
    expect(found).toMatchObject({ package: 'libstdc++', version: '4.8.5-36' });
    const spelt = ref.replace(purl, encodeURIComponent(purl));
    expect(foundOf(withFlaw({ affects: [{ ref: spelt }] }, { components: [] }))).toEqual([found]);
  });

  it('that nothing refers to are no part that a vulnerability without any has', () => {
    const document = withFlaw({ affects: [] }, { components: [{ type: 'library', name: 'tar' }] });
    expect(foundOf(document)).toMatchObject([{ package: '' }]);
  });
});

it('has other ids of the same, and none of an advisory of several', () => {
  const aliasesOf = (id: string, ...related: readonly string[]) =>
    foundOf(withFlaw({ id, references: related.map((each) => ({ id: each })) })).map(
      ({ aliases }) => aliases,
    );
  expect(aliasesOf('GHSA-a', 'CVE-2026-0001', 'GHSA-a')).toEqual([['CVE-2026-0001']]);
  expect(aliasesOf('ALAS-2026-1', 'CVE-2026-0001', 'CVE-2026-0002')).toEqual([[]]);
});

describe('the version that mends it', () => {
  const fixOf = (change: object) => foundOf(withFlaw(change)).map(({ fixedIn }) => fixedIn);
  const versions = (...listed: object[]): object => ({
    recommendation: '',
    affects: [{ ref: zlib['bom-ref'], versions: listed }],
  });
  const told = (recommendation: string): object => ({ recommendation });

  it.each<[string, object, string | null]>([
    [
      'is a version that is free of it',
      versions({ version: '1' }, { version: '2', status: 'unaffected' }),
      '2',
    ],
    [
      'is where versions without it begin',
      versions({ range: 'vers:deb/>=1.2.14%2Bdfsg', status: 'unaffected' }),
      '1.2.14+dfsg',
    ],
    [
      'is not where older ones end',
      versions({ range: 'vers:deb/>=1.0|<1.2', status: 'unaffected' }),
      null,
    ],
    ['is the first of several', told('Upgrade zlib1g to version 1.2.14, 1.3.0'), '1.2.14'],
    ['is told to people', told('Upgrade a.b:zlib1g to version 1.2.14, 1.3 or higher.'), '1.2.14'],
    ['ends with its sentence', told('Upgrade to version 1.2.14.'), '1.2.14'],
    ['is its own', told('Upgrade tar to version 2; Upgrade zlib1g to version 1.2.14'), '1.2.14'],
    ['is that of others, rather than none', told('Upgrade x to version 2; Upgrade y'), '2'],
    ['is unknown', told('Do not use it.'), null],
  ])('%s', (_, change, fix) => {
    expect(fixOf(change)).toEqual([fix]);
  });

  it('is told by nothing in the reports of some', () => {
    const tellsFixes = (name: string, recommendation: string) =>
      scanOf(
        withFlaw(
          { recommendation },
          { metadata: { ...reports.cyclonedx.metadata, tools: [{ name }] } },
        ),
      ).tellsFixes;
    expect(tellsFixes('grype', '')).toBe(false);
    expect(tellsFixes('grype', 'Upgrade zlib1g to version 2')).toBeUndefined();
    expect(tellsFixes('trivy', '')).toBeUndefined();
  });
});

describe('severity', () => {
  const debian = { name: 'debian' };
  const v3 = 'CVSSv31';
  it.each<[string, readonly object[], string]>([
    [
      'is the worst that the source itself says',
      [
        { source: debian, severity: 'medium', method: 'CVSSv2', score: 5 },
        { source: debian, severity: 'critical', method: v3, score: 9.8 },
        { source: { name: 'nvd' }, severity: 'low' },
      ],
      'critical',
    ],
    [
      'is by the score, where the source says no word',
      [
        { source: debian, method: v3, score: 9.8 },
        { source: { name: 'nvd' }, severity: 'low' },
      ],
      'critical',
    ],
    [
      'is no probability',
      [
        { source: debian, method: 'other', score: 0.9 },
        { source: { name: 'nvd' }, severity: 'low' },
      ],
      'low',
    ],
    [
      'is unrated, where the source says that it does not know',
      [{ source: debian, severity: 'unknown' }],
      'unrated',
    ],
    ['is unrated, where the score is none', [{ source: debian, method: v3, score: -1 }], 'unrated'],
    ['is none', [{ source: debian, method: v3, score: 0 }], 'negligible'],
  ])('%s', (_, ratings, severity) => {
    expect(foundOf(withFlaw({ ratings }))).toMatchObject([{ severity }]);
  });
});

describe('VEX', () => {
  const purl = 'pkg:deb/debian/zlib1g?arch=amd64';
  const productsOf = (part: object, affected: object, state = 'not_affected') =>
    readDocument({
      bomFormat: 'CycloneDX',
      components: [{ 'bom-ref': 'z', type: 'library', name: 'zlib1g', ...part }],
      vulnerabilities: [
        { id: 'CVE-2026-0001', analysis: { state }, affects: [{ ref: 'z', ...affected }] },
      ],
    }).vex.flatMap(({ statements }) => statements.flatMap(({ products }) => products));
  const versions = [
    { version: '1.2', status: 'unaffected' },
    { version: '1.3', status: 'affected' },
    { range: 'vers:deb/>=2', status: 'unaffected' },
  ];

  it('holds for the versions that are listed as free of it', () => {
    expect(productsOf({ purl }, {})).toEqual([purl]);
    expect(productsOf({ purl }, { versions })).toEqual(['pkg:deb/debian/zlib1g@1.2?arch=amd64']);
    expect(productsOf({ purl }, { versions: versions.slice(1) })).toEqual([]);
  });

  it('holds for the version of the part', () => {
    expect(productsOf({ purl, version: '1:1.1' }, {})).toEqual([
      'pkg:deb/debian/zlib1g@1%3A1.1?arch=amd64',
    ]);
  });

  it('lets a vulnerability count in all versions', () => {
    expect(productsOf({ purl }, { versions }, 'exploitable')).toEqual([purl]);
  });

  it('that lists the parts that it is about is no scan that found nothing else', () => {
    const analysis = { state: 'not_affected' };
    expect(scanOf(withFlaw({ analysis })).shortcomings).toEqual(['analysed-alone']);
    const tar = { 'bom-ref': 'tar', type: 'library', name: 'tar' };
    const inventory = withFlaw({ analysis }, { components: [zlib, tar] });
    expect(scanOf(inventory).shortcomings).toBeUndefined();
    expect(scanOf(withFlaw({ analysis: { state: 'in_triage' } })).shortcomings).toBeUndefined();
  });
});
