import type { z } from 'zod';
import type { Control } from '../core/controls/control.ts';
import { PlimsollError } from '../core/errors.ts';
import type { SubjectKind } from '../core/facts/subject.ts';
import type { Cases } from './judging/cases.ts';
import type { TestOptions } from './judging/options.ts';
import { tryControl, type ControlTest } from './try-control.ts';
import { text } from '../core/text.ts';

/**
 * Tests a control by its cases, without any test runner. Each case is judged. Every fact that a passing case depends on
 * is denied in turn, and none of that may pass. With `mutate` every fact gets other values, and some case has to
 * notice.
 *
 * @returns what was done
 * @throws PlimsollError `control-test-failed` naming everything that is wrong, `parameters-invalid`
 * @example
 * import { test } from 'node:test';
 * import { testControl, aWorkload } from 'plimsoll/testing';
 *
 * test('acme-not-privileged', () => {
 *   testControl(notPrivileged, {
 *     pass: [aWorkload()],
 *     fail: [aWorkload({ privileged: true })],
 *   });
 * });
 */
export function testControl<K extends SubjectKind, Params extends z.ZodObject>(
  control: Control<string, K, Params>,
  cases: Cases<K['kind'], Params>,
  options: TestOptions<Params> = {},
): ControlTest {
  const found = tryControl(control, cases, options);
  const { problems } = found;
  if (problems.length === 0) return found;
  const list = problems.map((problem) => `\n  ✗ ${problem}`).join('');
  throw new PlimsollError(
    'control-test-failed',
    text(
      `The control ${control.id} does not do what its test says:${list}`,
      `控制项 ${control.id} 与其测试不符：${list}`,
    ),
    {
      hint: text(
        'Change the check, or the case that expects something else.',
        '请修改检查，或修改有不同预期的用例。',
      ),
    },
  );
}
