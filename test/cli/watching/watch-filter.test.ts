import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBaseline } from '../../../src/cli/scanning/baseline.ts';
import { prepareFilter } from '../../../src/cli/scanning/watch-filter.ts';
import type { Assessment, Finding } from '../../../src/core/assessment/assessment.ts';
import type { FilesVerdict } from '../../../src/scanning/watch/watch-files.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-filter-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sample = sampleAssessment();
const [failed, other] = sample.findings.filter(
  ({ status, waiver }) => status === 'fail' && waiver === undefined,
);
if (!failed || !other) throw new Error('The sample has no failures.');
const targets = sample.targets.map((each) => ({ ...each, kind: 'dockerfile' as const }));
const of = (...findings: readonly Finding[]): Assessment => ({
  ...sample,
  targets,
  findings: [...findings],
});
const saying = (en: string): Finding => ({ ...failed, message: { en, zh: en } });

const verdictOf = (assessment: Assessment, changes: Partial<FilesVerdict>): FilesVerdict => ({
  assessment,
  changed: [],
  anew: [],
  appeared: [],
  gone: [],
  reworded: [],
  notJudged: [],
  leftOut: [],
  failures: [],
  tookMs: 0,
  ...changes,
});

describe('a watch with a baseline', () => {
  it('says nothing of what the baseline holds, and all of what is worse', async () => {
    const path = join(folder, 'known.json');
    await writeBaseline(path, of(saying('Adds: NET_ADMIN')));
    const filter = await prepareFilter(path);
    const known = saying('Adds: NET_ADMIN');
    const first = filter.apply(verdictOf(of(known, other), { appeared: [known, other] }));
    expect([first.appeared, filter.known(), filter.isKnown(known)]).toEqual([[other], 1, true]);

    const worse = saying('Adds: NET_ADMIN; Runs as root');
    const second = filter.apply(
      verdictOf(of(worse, other), { reworded: [{ before: known, after: worse }] }),
    );
    expect([second.appeared, second.reworded, filter.known()]).toEqual([[worse], [], 0]);

    const again = saying('Adds: NET_ADMIN');
    const third = filter.apply(
      verdictOf(of(again), { gone: [other], reworded: [{ before: worse, after: again }] }),
    );
    expect([third.gone, third.appeared]).toEqual([[other, worse], []]);

    const last = filter.apply(verdictOf(of(), { gone: [again] }));
    expect([last.gone, filter.known()]).toEqual([[], 0]);
  });
});
