/**
 * The door to vitest: a matcher for its `expect`. It loads nothing of vitest, whose types it adds to.
 *
 * @packageDocumentation
 * @example
 * import { expect, test } from 'vitest';
 * import { matchers } from 'plimsoll/vitest';
 * import { aWorkload } from 'plimsoll/testing';
 *
 * expect.extend(matchers);
 * test('a privileged container fails', () => {
 *   expect(notPrivileged).toJudge(aWorkload({ privileged: true }), 'fail');
 * });
 */
// oxlint-disable-next-line import/no-empty-named-blocks, unicorn/require-module-specifiers -- what is added to must be known
import type {} from 'vitest';
import type { Expectation } from './testing/judging/cases.ts';
import { toJudge, type JudgeOptions } from './testing/matchers.ts';
import type { TestSubject } from './testing/judging/test-subject.ts';

/** The matchers for `expect.extend`: `toJudge`. */
export const matchers = {
  /** Whether a control judges a subject so. */
  toJudge,
};

declare module 'vitest' {
  // vitest names the parameter, and the two have to agree.
  interface Matchers<T> {
    /** Whether a control judges a subject so. */
    toJudge: (subject: TestSubject, expected: Expectation, options?: JudgeOptions) => T;
  }
}
