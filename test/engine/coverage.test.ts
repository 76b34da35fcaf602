import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import type { FindingStatus } from '../../src/core/assessment/finding-status.ts';
import { families } from './families.ts';
import { casesOf } from './harness/family.ts';
import { notShown } from './not-shown.ts';

const shown = new Map<string, Set<FindingStatus>>();
for (const { control, status } of families.flatMap(casesOf)) {
  shown.set(control, (shown.get(control) ?? new Set()).add(status));
}

/** What the engine suite owes a control: both verdicts, or for one that a person answers nothing at all. */
const owed = builtin.controls.flatMap(({ id, question }) =>
  question === undefined ? (['pass', 'fail'] as const).map((status) => ({ id, status })) : [],
);

const isShown = (id: string, status: FindingStatus): boolean => shown.get(id)?.has(status) === true;

describe('the engine suite', () => {
  it('shows each control pass and fail, but for what is listed with its reason', () => {
    const missing = owed
      .filter(({ id, status }) => !isShown(id, status))
      .map(({ id, status }) => `${id} ${status}`);
    expect(
      missing,
      'Add a row in test/engine/families, or a reason in test/engine/not-shown.ts',
    ).toEqual(missing.filter((each) => each in notShown));
  });

  it('lists nothing that it shows, and no control that there is not', () => {
    const stale = Object.keys(notShown).filter(
      (each) => !owed.some(({ id, status }) => `${id} ${status}` === each && !isShown(id, status)),
    );
    expect(stale, 'Take these out of test/engine/not-shown.ts').toEqual([]);
  });
});
