import { imageScanVulnerabilities } from '../../../src/controls/image-scan/image-scan-vulnerabilities.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';
import { cleanScan, flaw, scanWith } from '../../fixtures/image-scan.ts';
import { configuration, manifest } from '../../fixtures/scans.ts';
import { compliantVex } from '../../../src/testing/compliant/vex.ts';

const vexOf = (digest: string, change: object = {}, id = 'vex.json') =>
  subjectOf(
    'vex',
    {
      ...compliantVex,
      statements: compliantVex.statements.map((said) => ({
        ...said,
        products: [digest],
        ...change,
      })),
    },
    { id },
  );

const nameAlone = { references: ['shop/web:4.2.0'], digests: [], id: null };

describeControl(imageScanVulnerabilities, cleanScan, {
  // The database's age is read from here alone; what a threshold does not reach is not read.
  pass: {
    'an image that is told by its configuration alone': {
      facts: { image: { references: [], digests: [], id: configuration } },
    },
    'an image that is told by its manifest alone': {
      facts: { image: { references: [], digests: [manifest], id: null } },
    },
    'what is below the threshold': { facts: scanWith('low') },
    'what VEX says of the image by its digest': {
      facts: scanWith('high'),
      others: [vexOf(manifest)],
    },
    'VEX by another id of the vulnerability': {
      facts: scanWith('high'),
      others: [vexOf(manifest, { vulnerability: 'GHSA-aaaa', aliases: ['CVE-2026-0001'] })],
    },
    'VEX by another id, of which the scanner tells': {
      facts: scanWith('high', {}, flaw({ aliases: ['GHSA-aaaa'] })),
      others: [vexOf(manifest, { vulnerability: 'GHSA-aaaa' })],
    },
    'what VEX says of the image by its configuration': {
      facts: scanWith('high'),
      others: [vexOf(configuration)],
    },
    'a scan whose format tells no age of its database': {
      facts: { format: 'trivy', databaseAt: null },
    },
  },
  fail: {
    'OpenVEX that gives no reason': {
      facts: scanWith('high'),
      others: [vexOf(manifest, { justification: '' })],
    },
    'one at the threshold': { facts: scanWith('high') },
    'one in an image that is not told': {
      facts: scanWith('high', { image: nameAlone }),
    },
    'VEX of another part': {
      facts: scanWith('high'),
      others: [vexOf(manifest, { subcomponents: ['pkg:deb/debian/zlib'] })],
    },
    'a later word that it is affected': {
      facts: scanWith('high'),
      others: [
        vexOf(manifest),
        vexOf(manifest, { status: 'affected', saidAt: '2026-11-23T00:00:00Z' }, 'b.json'),
      ],
    },
    'one that nobody rated': { facts: scanWith('unrated') },
    'one that was found long ago': {
      facts: scanWith('critical', { scannedAt: '2025-01-01T00:00:00.000Z' }),
    },
  },
  notApplicable: {
    'an image that is itself among the targets': { facts: { images: ['sha256:1'] } },
    'a list of packages': { facts: { coversVulnerabilities: false } },
  },
  unknown: {
    'an image that is told by its name alone': { facts: { image: nameAlone } },
    'a distribution that gets no advisories': { facts: { shortcomings: ['distribution-ended'] } },
    'a scan too long ago': { facts: { scannedAt: '2026-10-01T00:00:00.000Z' } },
    'a database whose age is not told, by a format that tells it': {
      facts: { format: 'grype', databaseAt: null },
    },
    'a database too old': { facts: { databaseAt: '2026-10-01T00:00:00.000Z' } },
  },
  around: [
    subjectOf(
      'vex',
      { format: 'openvex', author: '', sha256: '', statements: [] },
      { id: 'vex.json', target: 'scan.json' },
    ),
  ],
  says: {
    'an image that is told by its name alone':
      'The report of grype has no digest of an image, so that it may be of any',
    'a distribution that gets no advisories':
      'grype says that the distribution gets no advisories any more, so that nothing found proves nothing',
    'what VEX says of the image by its digest':
      'Nothing over the threshold (grype 2026-11-23); 1 set aside by VEX of Shop, Product Security',
    'one at the threshold': '1 high: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23)',
    'one that was found long ago':
      '1 critical: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2025-01-01)',
  },
});
