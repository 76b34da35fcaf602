import type { ImageScan } from '../../core/subjects/image-scan.ts';

const none = { total: 0, fixable: 0 };

/** A fresh scan with a fresh database that found one vulnerability below every threshold of ours. */
export const compliantImageScan: ImageScan = {
  scanner: { name: 'grype', version: '0.100.0' },
  format: 'grype',
  sha256: 'd'.repeat(64),
  image: {
    references: ['shop/web:4.2.0'],
    digests: [`sha256:${'a'.repeat(64)}`],
    id: `sha256:${'c'.repeat(64)}`,
  },
  images: [],
  scannedAt: '2026-11-23T10:00:00.000Z',
  databaseAt: '2026-11-22T10:00:00.000Z',
  coversVulnerabilities: true,
  counts: { critical: none, high: none, medium: none, low: none, negligible: none, unrated: none },
  vulnerabilities: { critical: [], high: [], medium: [], low: [], negligible: [], unrated: [] },
  suppressed: [],
  packages: null,
};

/** One vulnerability as a scan tells it. */
export const flawOf = (change: Partial<ImageScan['vulnerabilities']['high'][number]> = {}) => ({
  id: 'CVE-2026-0001',
  aliases: [],
  package: 'zlib1g',
  version: '1.2.13',
  purl: 'pkg:deb/debian/zlib1g@1.2.13?arch=amd64&distro=debian-12',
  fixedIn: '1.2.14',
  at: '/matches/0',
  ...change,
});
