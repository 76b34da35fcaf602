import { expect, it } from 'vitest';
import { openvexDocument } from '../../../fixtures/scans.ts';
import { readDocument } from '../../../support/read-scan.ts';

const [statement] = openvexDocument.statements;
const product = statement?.products[0];

it.each<[string, unknown, readonly string[]]>([
  ['has its package URL', { identifiers: { purl: 'pkg:deb/debian/tar' } }, ['pkg:deb/debian/tar']],
  ['has another identifier', { identifiers: { cpe23: 'cpe:2.3:a:x:y' } }, ['cpe:2.3:a:x:y']],
  ['has a hash that is not read', { hashes: { 'sha-512': 'ab' } }, ['']],
  ['has nothing', {}, ['']],
])('a part of a product that %s stays a part', (_, part, ids) => {
  const products = [{ ...product, subcomponents: [part] }];
  const { vex } = readDocument({ ...openvexDocument, statements: [{ ...statement, products }] });
  expect(vex[0]?.statements[0]?.subcomponents).toEqual(ids);
});

it.each(['Unknown Author', ' unknown author '])('%j is nobody', (author) => {
  expect(readDocument({ ...openvexDocument, author }).vex).toMatchObject([{ author: '' }]);
});
