import { describe, expect, it } from 'vitest';
import { manifest } from '../../../fixtures/scans.ts';
import { envelopeOf, statementOf } from '../../../fixtures/in-toto.ts';
import { spdx3Document } from '../../../fixtures/spdx-3.ts';
import { readDocument, refusalOf, scanOf } from '../../../support/read-scan.ts';

/** The document with other elements, by their ids; `null` takes one away. */
const withElements = (changes: Readonly<Record<string, object | null>>) => ({
  ...spdx3Document,
  '@graph': spdx3Document['@graph'].flatMap((each): object[] => {
    const id = 'spdxId' in each ? each.spdxId : each['@id'];
    const change = changes[id];
    return change === null ? [] : [{ ...each, ...change }];
  }),
});
const base = `sha256:${'b'.repeat(64)}`;

it('lists packages, and tells the image, the time and the tool', () => {
  expect(scanOf(spdx3Document)).toMatchObject({
    scanner: { name: 'builder-1' },
    format: 'spdx',
    image: { references: ['shop/web'], digests: [manifest], id: null },
    scannedAt: '2026-11-23T10:00:00.000Z',
    packages: [
      { name: 'zlib1g', version: '1.2.13', purl: 'pkg:deb/debian/zlib1g@1.2.13' },
      { name: 'tar', version: '1.34', purl: 'pkg:deb/debian/tar@1.34' },
    ],
  });
});

it('covers no vulnerabilities, and sets none aside, whatever its profile of security says', () => {
  const { scans, vex } = readDocument(spdx3Document);
  expect(scans).toMatchObject([{ coversVulnerabilities: false, counts: { high: { total: 0 } } }]);
  expect(vex).toEqual([]);
});

it('is read in an attestation', () => {
  expect(scanOf(envelopeOf(statementOf(spdx3Document))).image.digests).toEqual([manifest]);
});

describe('the image', () => {
  it.each<[string, Readonly<Record<string, object | null>>, readonly string[]]>([
    [
      'is told by a hash',
      {
        'urn:image': {
          software_packageUrl: undefined,
          verifiedUsing: [
            { algorithm: 'sha512', hashValue: 'c'.repeat(128) },
            { algorithm: 'sha256', hashValue: 'A'.repeat(64) },
          ],
        },
      },
      [manifest],
    ],
    [
      'is told by a version',
      { 'urn:image': { software_packageUrl: 'pkg:oci/web', software_packageVersion: manifest } },
      [manifest],
    ],
    ['is the only one without a root', { 'urn:bom': null, 'urn:base': null }, [manifest]],
    ['is none of several without a root', { 'urn:bom': null }, []],
    ['is none of several roots', { 'urn:bom': { rootElement: ['urn:image', 'urn:base'] } }, []],
    [
      'is no other kind of package',
      { 'urn:image': { software_primaryPurpose: 'archive' } },
      [base],
    ],
    ['may not be there', { 'urn:image': null, 'urn:base': null }, []],
  ])('%s', (_, changes, digests) => {
    expect(scanOf(withElements(changes)).image.digests).toEqual(digests);
  });
});

describe('who made it, and when', () => {
  const own = { type: 'CreationInfo', created: '2026-01-01T00:00:00Z', createdBy: ['urn:tool'] };
  const second = { ...own, '@id': '_:other' };
  const more = (...elements: readonly object[]) => ({
    ...spdx3Document,
    '@graph': [...spdx3Document['@graph'], ...elements],
  });

  it.each<[string, object, string, string | null]>([
    ['as the document says', more(second), 'builder-1', '2026-11-23T10:00:00.000Z'],
    [
      'inside the document',
      withElements({ 'urn:document': { creationInfo: own } }),
      'builder-1',
      '2026-01-01T00:00:00.000Z',
    ],
    [
      'of which there is one, without a document',
      withElements({ 'urn:document': null }),
      'builder-1',
      '2026-11-23T10:00:00.000Z',
    ],
    ['that is not there', withElements({ 'urn:document': { creationInfo: '_:x' } }), 'SPDX', null],
    [
      'by people alone',
      withElements({ '_:creationinfo': { createdUsing: [] } }),
      'SPDX',
      '2026-11-23T10:00:00.000Z',
    ],
  ])('%s', (_, document, name, scannedAt) => {
    expect(scanOf(document)).toMatchObject({ scanner: { name }, scannedAt });
  });
});

it('is told by one of several contexts', () => {
  const context = spdx3Document['@context'];
  const document = { ...spdx3Document, '@context': [{ x: 'urn:x' }, context] };
  expect(scanOf(document).format).toBe('spdx');
});

it.each<[string, object, RegExp]>([
  ['another version', { '@context': 'https://spdx.org/rdf/3.1/x' }, /of SPDX 3 only 3\.0 is read/],
  ['no graph', { '@graph': undefined }, /SPDX 3.*\/@graph/],
  [
    'a package that is none',
    { '@graph': [{ type: 'software_Package', name: 1 }] },
    /@graph\/0\/name/,
  ],
])('%s is refused', (_, change, said) => {
  expect(refusalOf({ ...spdx3Document, ...change })).toMatch(said);
});
