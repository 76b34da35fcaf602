import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReport } from '../../../src/collectors/scanner/reports/read-report.ts';
import { PlimsollError } from '../../../src/core/errors.ts';
import { imageScan } from '../../../src/core/subjects/image-scan.ts';
import { vex } from '../../../src/core/subjects/vex.ts';
import { bundleOf, envelopeOf, scanRecordOf, statementOf } from '../../fixtures/in-toto.ts';
import { cyclonedxVex, openvexDocument, reports } from '../../fixtures/scans.ts';
import { spdx3Document } from '../../fixtures/spdx-3.ts';
import { mutate, mutation } from '../../support/mutate.ts';
import { officialSamples, readSample } from '../../support/official-samples.ts';

/** What a report is made of: our own in each format, and where they are, what scanners really wrote. */
const documents: readonly unknown[] = [
  ...Object.values(reports),
  openvexDocument,
  cyclonedxVex,
  spdx3Document,
  {
    ...reports.cyclonedx,
    components: [{ type: 'container', components: reports.cyclonedx.components }],
  },
  {
    ...reports.clair,
    distributions: {},
    environments: { '7': [{ package_db: 'var/lib/dpkg/status' }] },
    enrichments: { 'enricher=clair.cvss': [{ 'a/1': [{ baseScore: 9.8 }] }] },
  },
  ...(officialSamples
    ? [
        ...['trivy/alpine-310.json', 'trivy/alpine-310.sarif', 'trivy/julia-spdx.json'],
        ...['grype/image-presenter.json', 'grype/image.sarif', 'grype/image.cdx.json'],
      ].map((path): unknown => JSON.parse(readSample(path).toString('utf8')))
    : []),
];

/** Reads what it is given, or refuses it; anything else is a defect. */
function outcomeOf(bytes: Uint8Array): string {
  const started = process.cpuUsage();
  try {
    const { scans, vex: statements } = readReport(bytes, 'scan.json');
    for (const scan of scans) imageScan.schema.parse(scan);
    for (const each of statements) vex.schema.parse(each);
    return 'read';
  } catch (error) {
    if (error instanceof PlimsollError) return error.code;
    throw error;
  } finally {
    const { user, system } = process.cpuUsage(started);
    expect(user + system).toBeLessThan(3_000_000);
  }
}

const json = (document: unknown): Buffer => Buffer.from(JSON.stringify(document) ?? '');

it('reads or refuses a report, whatever was changed in it', { timeout: 120_000 }, () => {
  const changed = fc.tuple(
    fc.constantFrom(...documents),
    fc.array(mutation, { minLength: 1, maxLength: 4 }),
  );
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(changed, ([document, changes]) => {
      const outcome = outcomeOf(json(mutate(document, changes)));
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 1_500 },
  );
  expect([...seen.keys()].sort()).toEqual(['read', 'scan-report-invalid']);
  expect(Math.min(...seen.values())).toBeGreaterThan(50);
});

it('reads or refuses an attestation, whatever was changed in it and in what it holds', () => {
  const statements = [
    ...documents.map((document) => statementOf(document)),
    statementOf({ ...openvexDocument, statements: [{ vulnerability: 'a', status: 'fixed' }] }),
    statementOf(scanRecordOf(reports.trivy)),
    statementOf({ Data: JSON.stringify(reports.spdx) }),
  ];
  const wrapped = fc
    .tuple(
      fc.constantFrom(...statements),
      fc.array(mutation, { maxLength: 3 }),
      fc.array(mutation, { maxLength: 2 }),
      fc.constantFrom(
        (statement: unknown): unknown => statement,
        envelopeOf,
        (each: unknown) => bundleOf(envelopeOf(each)),
        (each: unknown) => envelopeOf(envelopeOf(each)),
      ),
      fc.nat(3),
    )
    .map(([statement, inside, outside, wrap, more]) => {
      const document = json(mutate(wrap(mutate(statement, inside)), outside));
      return Buffer.concat(
        Array.from({ length: more + 1 }, () => [document, Buffer.from('\n')]).flat(),
      );
    });
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(wrapped, (bytes) => {
      const outcome = outcomeOf(bytes);
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 700 },
  );
  expect([...seen.keys()].sort()).toEqual(['read', 'scan-report-invalid']);
  expect(Math.min(...seen.values())).toBeGreaterThan(50);
}, 120_000);

it('reads or refuses bytes, whatever they are', () => {
  const sources = documents.map(json).filter(({ length }) => length < 200_000);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 500 }),
    fc
      .tuple(
        fc.constantFrom(...sources),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.option(fc.nat()),
      )
      .map(([source, changes, end]) => {
        const copy = Buffer.from(end === null ? source : source.subarray(0, end % source.length));
        for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
        return copy;
      }),
  );
  fc.assert(
    fc.property(bytes, (given) => {
      expect(['read', 'scan-report-invalid']).toContain(outcomeOf(given));
    }),
    { numRuns: 500 },
  );
});
