import { expect, it } from 'vitest';
import { imageScanned } from '../../../src/controls/image/image-scanned.ts';
import { scanShortcomings } from '../../../src/core/subjects/image-scan.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { cleanScan, flaw, scanWith } from '../../fixtures/image-scan.ts';
import { configuration, manifest } from '../../fixtures/scans.ts';
import { describeControl } from '../../support/describe-control.ts';
import { judge, report, subjectOf } from '../../support/judge.ts';

const scan = (facts: object, id = report): Subject =>
  subjectOf('image-scan', facts as Subject['facts'], { id, target: report });

const statement = {
  vulnerability: 'CVE-2026-0001',
  aliases: [],
  products: [`pkg:oci/web@${manifest.replace(':', '%3A')}`],
  subcomponents: ['pkg:deb/debian/zlib1g'],
  status: 'not-affected',
  justification: 'code_not_reachable',
  saidAt: '2026-11-22T10:00:00.000Z',
  at: '/statements/0',
};
const says = (change: object, author = 'Example', id = 'vex.json', format = 'openvex'): Subject =>
  subjectOf(
    'vex',
    {
      format,
      author,
      sha256: 'e'.repeat(64),
      statements: [{ ...statement, ...change }],
    },
    { id, target: report },
  );

const zlib = { name: 'zlib1g', version: '1.2.13', purl: null };
const high = scan(scanWith('high'));
/** A month after the snapshot. */
const ahead = '2026-12-24T00:00:00.000Z';
const both = { facts: { scans: [report, 'other.json'] } };

describeControl(imageScanned, compliantImage, {
  around: [scan(cleanScan)],
  pass: {
    'what is below the threshold': { others: [scan(scanWith('medium'))] },
    'what may have a fix and is below the threshold, where the report tells of none at all': {
      others: [scan(scanWith('medium', { tellsFixes: false }, flaw({ fixedIn: null })))],
      params: { onlyFixable: true },
    },
    'what has no fix, where only those with one count': {
      others: [scan(scanWith('critical', {}, flaw({ fixedIn: null })))],
      params: { onlyFixable: true },
    },
    'VEX that names the image by its configuration': {
      others: [high, says({ products: [`pkg:oci/web@${configuration}`] })],
    },
    'VEX by another id of the vulnerability': {
      others: [high, says({ vulnerability: 'GHSA-aaaa', aliases: ['CVE-2026-0001'] })],
    },
    'VEX by another id, of which the scanner tells': {
      others: [
        scan(scanWith('high', {}, flaw({ aliases: ['GHSA-aaaa'] }))),
        says({ vulnerability: 'GHSA-aaaa' }),
      ],
    },
    'a word that is a little ahead, as clocks are': {
      others: [high, says({ saidAt: '2026-11-25T10:00:00.000Z' })],
    },
    'a word of today beside one from the future': {
      others: [high, says({}), says({ saidAt: ahead }, 'Other', 'b.json')],
    },
    'a scan of today beside one from the future': {
      ...both,
      others: [scan(cleanScan), scan({ ...cleanScan, scannedAt: ahead }, 'other.json')],
    },
    'VEX of CycloneDX that gives no reason': {
      others: [high, says({ justification: '' }, 'Example', 'vex.json', 'cyclonedx')],
    },
    'VEX that it is mended, which needs no reason': {
      others: [high, says({ status: 'fixed', justification: '' })],
    },
    'an older word, where the newer gives no reason': {
      others: [
        high,
        says({}),
        says({ justification: '', saidAt: '2026-11-23T10:00:00.000Z' }, 'Other', 'b.json'),
      ],
    },
    'a newer scan that looked at an old one again, of which the database was bad': {
      ...both,
      others: [
        scan({ ...cleanScan, packages: [zlib] }),
        scan(
          scanWith('high', {
            scannedAt: '2026-11-20T10:00:00.000Z',
            shortcomings: ['database-invalid'],
          }),
          'other.json',
        ),
      ],
    },
    'what VEX says does not affect it': { others: [high, says({})] },
    'by an author who is trusted': {
      others: [high, says({})],
      params: { vexAuthors: ['Example'] },
    },
    'a statement of the package itself': {
      others: [high, says({ products: ['pkg:deb/debian/zlib1g@1.2.13'], subcomponents: [] })],
    },
    'an older scan of the same scanner, which looked at the package again': {
      ...both,
      others: [
        scan({ ...cleanScan, packages: [zlib] }),
        scan(scanWith('high', { scannedAt: '2026-11-20T10:00:00.000Z' }), 'other.json'),
      ],
    },
    'an older scan of the same scanner, which found something else in the package': {
      ...both,
      others: [
        scan(scanWith('low', {}, flaw({ id: 'CVE-2026-0002' }))),
        scan(scanWith('high', { scannedAt: '2026-11-20T10:00:00.000Z' }), 'other.json'),
      ],
    },
    'an older scan that listed no more': {
      ...both,
      others: [
        scan({ ...cleanScan, packages: [zlib, { ...zlib, name: 'musl' }] }),
        scan(
          { ...cleanScan, packages: [zlib], scannedAt: '2026-11-20T10:00:00.000Z' },
          'other.json',
        ),
      ],
    },
    'a scan whose format tells no age of its database': {
      others: [scan({ ...cleanScan, format: 'trivy', databaseAt: null })],
    },
  },
  fail: {
    'one at the threshold': { others: [high] },
    'one over it': { others: [scan(scanWith('critical'))] },
    'one that nobody rated': { others: [scan(scanWith('unrated'))] },
    'one with a fix, where only those count': {
      others: [high],
      params: { onlyFixable: true },
    },
    'one with a fix, where only those count and the report tells of no fix for another': {
      others: [scan(scanWith('high', { tellsFixes: false }))],
      params: { onlyFixable: true },
    },
    'VEX of a part of the image that has no package URL': {
      others: [high, says({ subcomponents: [''] })],
    },
    'one without a fix': { others: [scan(scanWith('high', {}, flaw({ fixedIn: null })))] },
    'found long ago': {
      others: [scan(scanWith('high', { scannedAt: '2025-01-01T00:00:00.000Z' }))],
    },
    'found at a time that is not told': { others: [scan(scanWith('high', { scannedAt: null }))] },
    'found by an older scan, where the newer does not say that it looked at the package': {
      ...both,
      others: [
        scan({ ...cleanScan, packages: [{ ...zlib, name: 'musl' }] }),
        scan(scanWith('high', { scannedAt: '2026-11-20T10:00:00.000Z' }), 'other.json'),
      ],
    },
    'found by one of two scanners': {
      ...both,
      others: [
        scan(cleanScan),
        scan(scanWith('high', { scanner: { name: 'Trivy', version: '' } }), 'other.json'),
      ],
    },
    'found by the same scanner at a time that is not told': {
      ...both,
      others: [scan(cleanScan), scan(scanWith('high', { scannedAt: null }), 'other.json')],
    },
    'found by the same scanner at the same time': {
      ...both,
      others: [scan(cleanScan), scan(scanWith('high'), 'other.json')],
    },
    'found lately, where a scan from the future took it back': {
      ...both,
      others: [high, scan({ ...cleanScan, scannedAt: ahead, packages: [zlib] }, 'other.json')],
    },
    'found lately, where a scan with a bad database took it back': {
      ...both,
      others: [
        scan(scanWith('high', { scannedAt: '2026-11-22T10:00:00.000Z' })),
        scan({ ...cleanScan, packages: [zlib], shortcomings: ['database-invalid'] }, 'other.json'),
      ],
    },
    'found where the distribution has ended': {
      others: [scan(scanWith('high', { shortcomings: ['distribution-ended'] }))],
    },
    'VEX that gives no reason': { others: [high, says({ justification: ' ' })] },
    'VEX of nobody': { others: [high, says({}, '')] },
    'VEX of nobody that it is mended': { others: [high, says({ status: 'fixed' }, ' ')] },
    'VEX from the future': { others: [high, says({ saidAt: ahead })] },
    'VEX from the future, after a word that it is affected': {
      others: [high, says({ status: 'affected' }, 'Other', 'b.json'), says({ saidAt: ahead })],
    },
    'a word from the future that it is affected': {
      others: [high, says({}), says({ status: 'affected', saidAt: ahead }, 'Other', 'b.json')],
    },
    'a threshold that is lower': { others: [scan(scanWith('low'))], params: { threshold: 'low' } },
    'VEX of another vulnerability': { others: [high, says({ vulnerability: 'CVE-2026-0002' })] },
    'VEX of another image': {
      others: [high, says({ products: [`pkg:oci/web@sha256%3A${'9'.repeat(64)}`] })],
    },
    'VEX of an image by its name': { others: [high, says({ products: ['pkg:oci/web'] })] },
    'VEX of another part': { others: [high, says({ subcomponents: ['pkg:deb/debian/zlib'] })] },
    'VEX of another version': {
      others: [high, says({ subcomponents: ['pkg:deb/debian/zlib1g@1.2.12'] })],
    },
    'VEX of another distribution': {
      others: [high, says({ subcomponents: ['pkg:deb/debian/zlib1g?distro=debian-13'] })],
    },
    'VEX that says it is affected': { others: [high, says({ status: 'affected' })] },
    'VEX that is still looking': { others: [high, says({ status: 'under-investigation' })] },
    'VEX of an author who is not trusted': {
      others: [high, says({}, 'Somebody')],
      params: { vexAuthors: ['Example'] },
    },
    'a later word that it is affected': {
      others: [
        high,
        says({}),
        says({ status: 'affected', saidAt: '2026-11-23T00:00:00.000Z' }, 'Other', 'b.json'),
      ],
    },
    'two at one time that differ': {
      others: [high, says({}), says({ status: 'affected' }, 'Other', 'b.json')],
    },
  },
  unknown: {
    'no scan': { facts: { scans: [] } },
    'a list of packages alone': { others: [scan({ ...cleanScan, coversVulnerabilities: false })] },
    'one that may have a fix, where only those count and the report tells of none at all': {
      others: [scan(scanWith('high', { tellsFixes: false }, flaw({ fixedIn: null })))],
      params: { onlyFixable: true },
    },
    'a scan too long ago': {
      others: [scan({ ...cleanScan, scannedAt: '2026-10-20T00:00:00.000Z' })],
    },
    'a scan at a time that is not told': { others: [scan({ ...cleanScan, scannedAt: null })] },
    'a scan from the future': {
      others: [scan({ ...cleanScan, scannedAt: '2026-12-24T00:00:00.000Z' })],
    },
    'a database too old': {
      others: [scan({ ...cleanScan, databaseAt: '2026-11-01T00:00:00.000Z' })],
    },
    ...Object.fromEntries(
      scanShortcomings.map((each) => [
        `nothing found, and by its own word: ${each}`,
        { others: [scan({ ...cleanScan, shortcomings: [each] })] },
      ]),
    ),
    'an ended distribution, of which one of two scanners does not tell': {
      ...both,
      others: [
        scan(cleanScan),
        scan(
          {
            ...cleanScan,
            scanner: { name: 'Trivy', version: '' },
            shortcomings: ['distribution-ended'],
          },
          'other.json',
        ),
      ],
    },
    'a database from after the scan': {
      others: [scan({ ...cleanScan, databaseAt: '2026-11-26T00:00:00.000Z' })],
    },
    'a database of unknown age, where that must be told': {
      others: [scan({ ...cleanScan, format: 'sarif', databaseAt: null })],
      params: { databaseDateRequired: true },
    },
    'an age that is stricter': { params: { maxAgeDays: 1 } },
    'a database whose age the format would tell': {
      others: [scan({ ...cleanScan, databaseAt: null })],
    },
    'a newer scan that looked at less': {
      ...both,
      others: [
        scan({ ...cleanScan, packages: [zlib] }),
        scan(
          {
            ...cleanScan,
            packages: [zlib, { ...zlib, name: 'musl' }],
            scannedAt: '2026-11-20T10:00:00.000Z',
          },
          'other.json',
        ),
      ],
    },
    'a scan that is not among the targets': { others: [] },
  },
  says: {
    'VEX that gives no reason':
      '1 high: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23); 1 not set aside: VEX of Example gives neither a justification nor an impact statement',
    'VEX of nobody':
      '1 high: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23); 1 not set aside: the VEX document names no author',
    'VEX from the future':
      '1 high: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23); 1 not set aside: VEX of Example is dated 2026-12-24, which is in the future',
    'a threshold that is lower': '1 low: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23)',
    'one that nobody rated': '1 unrated: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23)',
    'one over it': '1 critical: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23)',
    'found at a time that is not told': '1 high: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype)',
  },
});

it('says what was found, where it is mended and whose word set others aside', () => {
  const failed = judge(imageScanned, compliantImage, { others: [high] });
  expect(failed.message?.en).toBe(
    '1 high: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23)',
  );
  const passed = judge(imageScanned, compliantImage, { others: [high, says({})] });
  expect(passed.message?.en).toContain('1 set aside by VEX of Example');
  expect(passed.message?.zh).toContain('Example 的 VEX 声明排除 1 项');
});

it('says in both languages that a word from the future is not applied', () => {
  const { message } = judge(imageScanned, compliantImage, {
    others: [high, says({ saidAt: ahead }), says({ saidAt: ahead }, 'Example', 'b.json')],
  });
  expect(message?.en.match(/not set aside/g)).toHaveLength(1);
  expect(message?.zh).toContain('1 项未排除：Example 的 VEX 声明日期 2026-12-24 晚于采集时间');
});
