import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAssessmentPieces } from '../../src/core/assessment/assessment-pieces.ts';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { openBundle } from '../../src/evidence/bundle/open-bundle.ts';
import { verifyBundle } from '../../src/evidence/bundle/verify-bundle.ts';
import { replayBundle } from '../../src/evidence/replay/replay-bundle.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { sampleCatalog } from '../fixtures/bundle.ts';
import { tool } from '../support/judge.ts';

const read = (name: string): Buffer =>
  readFileSync(path.join(import.meta.dirname, '../fixtures/assessment-2.0', name));

describe('what was written when assessments had version 2.0', () => {
  it('is read, and a failure is headed by the title', async () => {
    const assessment = parseAssessment(JSON.parse(read('assessment.json').toString('utf8')));
    expect(assessment.version).toBe('2.0');
    expect(await parseAssessmentPieces([read('assessment.json')])).toEqual(assessment);
    const { failures } = buildReport(assessment, { language: 'en' });
    const heads = failures.flatMap(({ controls }) => controls.map((each) => each.control));
    expect(heads).toMatchObject([{ failingTitle: 'A title' }]);
  });

  it('is verified in its bundle, and judged again with the same findings', () => {
    const bytes = read('bundle.zip');
    const { intact, signature } = verifyBundle(bytes, read('signer.pem').toString('utf8'));
    expect({ intact, signature }).toEqual({ intact: true, signature: 'valid' });
    const bundle = openBundle(bytes);
    const stored = parseAssessment(bundle.readJson('assessment.json'));
    const options = { catalog: sampleCatalog, sources: { controls: [] }, frameworks: [], tool };
    const { assessment, differences } = replayBundle(bundle, options);
    expect(differences.filter(({ changed }) => changed > 0)).toEqual([]);
    expect(assessment.findings).toEqual(stored.findings);
  });
});
