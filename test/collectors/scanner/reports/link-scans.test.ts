import { expect, it } from 'vitest';
import { linkScans } from '../../../../src/collectors/scanner/reports/link-scans.ts';
import { compliantImage } from '../../../fixtures/image.ts';
import { cleanScan } from '../../../fixtures/image-scan.ts';
import { configuration, manifest } from '../../../fixtures/scans.ts';
import { report, subjectOf } from '../../../support/judge.ts';

/** Which scans an image with this id and these digests has, of one scan with that image. */
function linked(
  id: string,
  digests: readonly string[],
  of: Partial<(typeof cleanScan)['image']>,
): readonly [unknown, unknown] {
  const about = { references: [], digests: [], id: null, ...of };
  const [image, scan] = linkScans([
    subjectOf('image', { ...compliantImage, digests, scans: [] }, { id }),
    subjectOf('image-scan', { ...cleanScan, image: about }, { id: report, target: report }),
  ]);
  return [image?.facts['scans'], scan?.facts['images']];
}

const other = `sha256:${'9'.repeat(64)}`;

it.each<[string, readonly string[], Partial<(typeof cleanScan)['image']>]>([
  ['its configuration', [], { id: configuration }],
  ['its manifest', [`shop/web@${manifest}`], { digests: [manifest] }],
  ['its manifest, under another name', [`mirror/x@${manifest}`], { digests: [manifest] }],
  ['both', [`shop/web@${manifest}`], { digests: [manifest], id: configuration }],
])('a scan is of an image by %s', (_, digests, of) => {
  expect(linked(configuration, digests, of)).toEqual([[report], [configuration]]);
});

it('a scan is of an image that an engine knows by its manifest', () => {
  const of = { digests: [manifest], id: configuration };
  expect(linked(manifest, [`shop/web@${manifest}`], of)).toEqual([[report], [manifest]]);
  expect(linked(manifest, [], of)).toEqual([[report], [manifest]]);
});

it('a scan is of no image by its name', () => {
  const of = { references: compliantImage.references, digests: [other] };
  expect(linked(configuration, [`shop/web@${manifest}`], of)).toEqual([[], []]);
});

it('a scan of another platform is none of an image with the same index', () => {
  const of = { digests: [manifest], id: other };
  expect(linked(configuration, [`shop/web@${manifest}`], of)).toEqual([[], []]);
});
