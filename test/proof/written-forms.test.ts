import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forms } from '../../scripts/forms.ts';
import { holdAgainst, readBaseline } from '../../src/cli/scanning/baseline.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import { parseAssessmentPieces } from '../../src/core/assessment/assessment-pieces.ts';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { tool } from '../../src/core/tool.ts';
import { openBundle } from '../../src/evidence/bundle/open-bundle.ts';
import { verifyBundle } from '../../src/evidence/bundle/verify-bundle.ts';
import { replayBundle } from '../../src/evidence/replay/replay-bundle.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { surroundingsFrom } from '../../src/testing/fixture/from-fixture.ts';
import { sampleCatalog } from '../fixtures/bundle.ts';
import { writtenCatalog } from '../fixtures/written-catalog.ts';

const folder = join(import.meta.dirname, '../fixtures/written');
const listed = JSON.parse(readFileSync(join(folder, 'forms.json'), 'utf8')) as Record<
  string,
  string
>;
const files = readdirSync(folder);
const read = (name: string): Buffer => readFileSync(join(folder, name));
const json = (name: string): unknown => JSON.parse(read(name).toString('utf8'));
/** The files that some version wrote in a form. */
const written = (form: string): readonly string[] =>
  files.filter((name) => name.startsWith(`${form}-`) && /\.(json|zip)$/.test(name));

describe('the form of what is written', () => {
  it.each(forms)('is at version $id as it was when that was raised', ({ id, print }) => {
    // Another one: raise its version, then npm run written-forms. Files of the version before stay, and are still read.
    expect(listed[id]).toBe(print);
  });

  it.each(['snapshot', 'assessment', 'bundle', 'baseline', 'fixture'])(
    'has a file of each version: %s',
    (form) => {
      const versions = Object.keys(listed).filter((id) => id.startsWith(`${form} `));
      for (const id of versions) {
        expect(files).toContain(`${id.replace(' ', '-')}.${form === 'bundle' ? 'zip' : 'json'}`);
      }
    },
  );
});

describe('what an earlier version wrote is read:', () => {
  it.each(written('snapshot'))('%s', (name) => {
    const before = json(name) as Snapshot;
    const { subjects } = parseSnapshot(before);
    expect(subjects).toHaveLength(before.subjects.length);
    for (const was of before.subjects) {
      const subject = subjects.find(({ kind, id }) => kind === was.kind && id === was.id);
      expect(subject?.facts).toEqual(was.facts);
      expect(subject?.gaps.slice(0, was.gaps.length)).toEqual(was.gaps);
    }
    const { findings } = assess(parseSnapshot(before), { catalog: builtin });
    expect(findings.filter(({ status }) => status === 'error')).toEqual([]);
  });

  it('a snapshot of before a fact was read, in which that is a gap', () => {
    const { subjects } = parseSnapshot(json('snapshot-1.0-first.json'));
    const gaps = subjects.find(({ kind }) => kind === 'host')?.gaps;
    expect(gaps).toContainEqual({
      path: '/security/moduleSignatures',
      reason: 'unavailable',
      detail: {
        en: 'the release that collected this did not read it',
        zh: '采集时所用的版本不读取此项',
      },
    });
  });

  it.each(written('assessment'))('%s', async (name) => {
    const assessment = parseAssessment(json(name));
    expect(await parseAssessmentPieces([read(name)])).toEqual(assessment);
    const { failures } = buildReport(assessment, { language: 'en' });
    const heads = failures.flatMap(({ controls }) => controls.map((each) => each.control));
    expect(heads.length).toBeGreaterThan(0);
    // Before 2.1 a failure was headed by the title.
    const { version } = assessment;
    for (const { failingTitle } of heads) {
      expect(failingTitle).toBe(version === '2.0' ? 'A title' : 'A failure');
    }
  });

  it.each(written('baseline'))('%s', async (name) => {
    const assessment = parseAssessment(json('assessment-2.1.json'));
    const { known, fresh, absent } = holdAgainst(
      await readBaseline(join(folder, name)),
      assessment,
    );
    expect({ known, fresh, absent }).toEqual({ known: 2, fresh: 0, absent: [] });
  });

  it.each(written('bundle'))('%s', (name) => {
    const key = name.replace('.zip', '.pem');
    const signer = files.includes(key) ? read(key).toString('utf8') : undefined;
    const { intact, signature } = verifyBundle(read(name), signer);
    expect([intact, signature]).toEqual([true, signer === undefined ? 'absent' : 'valid']);
    const bundle = openBundle(read(name));
    const stored = parseAssessment(bundle.readJson('assessment.json'));
    const catalog = stored.catalog.id === 'sample' ? sampleCatalog : writtenCatalog;
    const options = { catalog, sources: { controls: [] }, frameworks: [], tool };
    const { assessment, differences } = replayBundle(bundle, options);
    expect(differences.filter(({ changed }) => changed > 0)).toEqual([]);
    expect(assessment.findings).toEqual(stored.findings);
  });

  it.each(written('fixture'))('%s', (name) => {
    expect(surroundingsFrom(join(folder, name))).toMatchObject([{ kind: 'volume' }]);
  });
});
