import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../../../src/collect.ts';
import { envelopeOf, scanRecordOf, statementOf } from '../../../fixtures/in-toto.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-refused-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What came of a file. */
async function outcomeOf(document: unknown) {
  const path = join(folder, 'file.json');
  await writeFile(path, JSON.stringify(document));
  const { snapshot, failures } = await collect({
    targets: [{ kind: 'path', path }],
    now: new Date('2026-11-24T12:00:00Z'),
    env: {},
    home: folder,
  });
  return { subjects: snapshot.subjects, error: failures[0]?.error };
}

const oldTrivy = [
  { Target: 'web (alpine 3.12)', Type: 'alpine', Vulnerabilities: null },
  { Target: 'app.jar', Type: 'jar', Vulnerabilities: [] },
];
const csaf = {
  document: { category: 'csaf_vex', csaf_version: '2.0', title: 'x' },
  vulnerabilities: [],
};

describe.each<[string, unknown, RegExp, RegExp]>([
  ['JSON of Trivy of old', oldTrivy, /Trivy from before version 0\.20/, /^Scan again.*trivy image/],
  ['CSAF', csaf, /CSAF, which is not read/, /OpenVEX, and as CycloneDX/],
])('%s is refused with what to do', (_, document, said, hint) => {
  it.each<[string, unknown]>([
    ['by itself', document],
    ['attested', envelopeOf(statementOf(document))],
    ["in cosign's record", statementOf(scanRecordOf(document))],
  ])('%s', async (_place, written) => {
    const { subjects, error } = await outcomeOf(written);
    expect(subjects).toEqual([]);
    expect(error).toMatchObject({ code: 'scan-report-invalid' });
    expect(error?.message).toMatch(said);
    expect(error?.hint).toMatch(hint);
  });
});

it.each<[string, unknown]>([
  ['a list of something else', [{ Target: 'x' }]],
  ['a document about something else', { document: { category: 'novel' } }],
])('%s is no report', async (_, document) => {
  expect((await outcomeOf(document)).error).toMatchObject({ code: 'target-unknown' });
});
