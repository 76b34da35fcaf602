import { expect, it } from 'vitest';
import { configuration, manifest, reports } from '../../../fixtures/scans.ts';
import { scanOf } from '../../../support/read-scan.ts';

const [, zlib] = reports.spdx.packages;
const lines = [`ImageID: ${configuration}`, `RepoDigest: shop/web@${manifest}`, 'RepoTag: web:4'];
const root = { SPDXID: 'SPDXRef-ContainerImage-1', name: 'web.tar' };

it.each<[string, object]>([
  ['as it was', { attributionTexts: lines }],
  [
    'as it is',
    {
      primaryPackagePurpose: 'CONTAINER',
      annotations: lines.map((comment) => ({ comment })),
    },
  ],
])('of Trivy tells the image in lines of text, %s', (_, told) => {
  const scan = scanOf({ ...reports.spdx, packages: [{ ...root, ...told }, zlib] });
  expect(scan.image).toMatchObject({ digests: [manifest], id: configuration });
  expect(scan.packages).toHaveLength(1);
});

it('takes no other package for the image', () => {
  const packages = [{ ...root, primaryPackagePurpose: 'LIBRARY', attributionTexts: lines }, zlib];
  expect(scanOf({ ...reports.spdx, packages }).image).toMatchObject({ digests: [], id: null });
});
