import { expect, it } from 'vitest';
import { digestIn } from '../../../../src/collectors/scanner/adapters/report-shapes.ts';
import { envelopeOf, statementOf } from '../../../fixtures/in-toto.ts';
import { manifest, openvexDocument, reports } from '../../../fixtures/scans.ts';
import { spdx3Document } from '../../../fixtures/spdx-3.ts';
import { readDocument, refusalOf, scanOf } from '../../../support/read-scan.ts';

const spelt = (colon: string, digest = manifest): string =>
  `pkg:oci/web@${digest.replace(':', colon)}?arch=amd64`;
const other = `sha256:${'b'.repeat(64)}`;

it.each([':', '%3A', '%3a', '%253A', '%253a', '%25253A'])('a digest with %s is one', (colon) => {
  expect(digestIn(spelt(colon))).toBe(manifest);
  const component = { type: 'container', purl: spelt(colon) };
  const metadata = { ...reports.cyclonedx.metadata, component };
  expect(scanOf({ ...reports.cyclonedx, metadata }).image.digests).toEqual([manifest]);
  const referenceLocator = spelt(colon);
  const image = {
    name: 'web',
    primaryPackagePurpose: 'CONTAINER',
    externalRefs: [{ referenceType: 'purl', referenceLocator }],
  };
  expect(scanOf({ ...reports.spdx, packages: [image] }).image.digests).toEqual([manifest]);
  const root = {
    type: 'software_Package',
    software_primaryPurpose: 'container',
    software_packageUrl: referenceLocator,
  };
  expect(scanOf({ ...spdx3Document, '@graph': [root] }).image.digests).toEqual([manifest]);
});

it.each(['%3B', '%25', '%', '%2525', ';'])('one with %s is none', (colon) => {
  expect(digestIn(spelt(colon))).toBeNull();
});

it.each(['%3A', '%253A'])('of another image with %s is not that of the subject', (colon) => {
  const vexOf = (product: string) => ({
    ...openvexDocument,
    statements: [{ ...openvexDocument.statements[0], products: [product] }],
  });
  expect(refusalOf(envelopeOf(statementOf(vexOf(spelt(colon, other)))))).toMatch(/attested of/);
  const { vex } = readDocument(envelopeOf(statementOf(vexOf(spelt(colon)))));
  expect(vex[0]?.statements).toMatchObject([{ products: [manifest], subcomponents: [] }]);
});
