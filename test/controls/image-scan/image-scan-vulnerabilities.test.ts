import { imageScanVulnerabilities } from '../../../src/controls/image-scan/image-scan-vulnerabilities.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';
import { cleanScan, scanWith } from '../../fixtures/image-scan.ts';

describeControl(imageScanVulnerabilities, cleanScan, {
  // The database's age is read from here alone; what a threshold does not reach is not read.
  pass: { 'what is below the threshold': { facts: scanWith('low') } },
  fail: {
    'one at the threshold': { facts: scanWith('high') },
    'one that was found long ago': {
      facts: scanWith('critical', { scannedAt: '2025-01-01T00:00:00.000Z' }),
    },
  },
  notApplicable: {
    'an image that is itself among the targets': { facts: { images: ['sha256:1'] } },
    'a list of packages': { facts: { coversVulnerabilities: false } },
  },
  unknown: {
    'a scan too long ago': { facts: { scannedAt: '2026-10-01T00:00:00.000Z' } },
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
    'one at the threshold': '1 high: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2026-11-23)',
    'one that was found long ago':
      '1 critical: CVE-2026-0001 (zlib1g 1.2.13 → 1.2.14) (grype 2025-01-01)',
  },
});
