import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { checksVersion } from '../../src/core/controls/checks.ts';
import { frameworkKey } from '../../src/core/frameworks/framework-key.ts';
import { openBundle } from '../../src/evidence/bundle/open-bundle.ts';
import { buildBundle } from '../../src/evidence/bundle/build-bundle.ts';
import { diffAssessments } from '../../src/evidence/diff/diff-assessments.ts';
import { standingOf } from '../../src/evidence/ledger/standing.ts';
import { frameworksIn } from '../../src/evidence/replay/replay-bundle.ts';
import { compareJudged } from '../../src/evidence/replay/replay.ts';
import { bundlePredicate } from '../../src/evidence/signing/predicates.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';
import { sampleBundle } from '../fixtures/bundle.ts';

const sample = sampleAssessment();
const framework = sample.frameworks[0];
if (!framework) throw new Error('The sample has no framework.');
const id = framework.id;
type Status = (typeof framework.requirements)[number]['status'];

/** The sample with its framework at two levels, of which one or both have every requirement at this status. */
const leveled = (second?: Status, third = second): Assessment => ({
  ...sample,
  frameworks: (
    [
      ['2', second],
      ['3', third],
    ] as const
  ).map(([level, status]) => ({
    ...framework,
    level,
    summary: { ...framework.summary, satisfied: Number(level) },
    requirements: framework.requirements.map((each) =>
      status === undefined ? each : { ...each, status },
    ),
  })),
});
const judged = (assessment: Assessment) => ({
  assessment,
  checks: {
    kind: 'plimsoll/checks' as const,
    version: checksVersion,
    catalog: { id: 'sample', version: '1.0.0' },
    controls: [],
    files: [],
  },
});
const keys = [`${id}@2`, `${id}@3`];

describe('two levels of one framework', () => {
  it('are named apart, and one without a level by its id', () => {
    expect(frameworksIn(leveled())).toEqual(keys);
    expect(frameworkKey({ id })).toBe(id);
    expect(frameworksIn(sample)).toEqual([id]);
  });

  it('are signed apart, each with its level', async () => {
    const manifest = openBundle(await buildBundle(sampleBundle)).manifest;
    const frameworksOf = (of: Assessment): unknown =>
      (bundlePredicate(manifest, of).predicate['state'] as { frameworks: unknown }).frameworks;
    expect(frameworksOf(leveled())).toMatchObject([
      { id, level: '2', requirements: { satisfied: 2 } },
      { id, level: '3', requirements: { satisfied: 3 } },
    ]);
    expect(frameworksOf(sample)).not.toHaveProperty('0.level');
  });

  it('stand apart in a ledger', () => {
    const { frameworks } = standingOf(leveled());
    expect(Object.keys(frameworks)).toEqual(keys);
    expect(frameworks).toMatchObject({
      [`${id}@2`]: { satisfied: 2 },
      [`${id}@3`]: { satisfied: 3 },
    });
  });

  it.each([
    ['2', leveled('attested', undefined)],
    ['3', leveled(undefined, 'attested')],
  ] as const)('differ apart when they are assessed again: %s', (level, after) => {
    // Undefined keeps what the sample has, and not what the other level was given.
    const { frameworks } = leveled();
    const only = {
      ...after,
      frameworks: after.frameworks.map((each, at) =>
        each.level === level ? each : (frameworks[at] ?? each),
      ),
    };
    const leaves = framework.requirements.filter(({ status }) => status !== 'attested');
    expect(compareJudged(judged(leveled()), judged(only))).toMatchObject([
      { cause: 'framework', id: `${id}@${level}`, changed: leaves.length },
    ]);
    const changed = diffAssessments(leveled(), only).frameworks.requirements;
    expect(new Set(changed.map((each) => each.framework))).toEqual(new Set([`${id}@${level}`]));
  });

  it('are added and removed apart', () => {
    const both = leveled();
    const one = { ...both, frameworks: both.frameworks.slice(0, 1) };
    expect(compareJudged(judged(one), judged(both))).toMatchObject([
      { cause: 'framework', id: `${id}@3`, detail: 'added' },
    ]);
    expect(compareJudged(judged(both), judged(one))).toMatchObject([
      { cause: 'framework', id: `${id}@3`, detail: 'removed' },
    ]);
    expect(diffAssessments(one, both).frameworks.added).toEqual([`${id}@3`]);
    expect(diffAssessments(both, one).frameworks.removed).toEqual([`${id}@3`]);
  });
});
