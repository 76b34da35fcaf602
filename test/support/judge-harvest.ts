import { builtin } from '../../src/controls/registry/builtin.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import { snapshotVersion } from '../../src/core/snapshot/order-snapshot.ts';
import type { Harvest } from '../../src/collectors/gathering/collector-result.ts';
import { tool } from './judge.ts';

/** What is expected of controls, by their ids: a status, and words that the message has. */
export type Expected = Readonly<Record<string, string | readonly [status: string, words: string]>>;

/** What some built-in controls say of all that one collector brought, where it is not what is expected of them. */
export function differences(
  expected: Expected,
  { target, subjects, population, gaps, origins }: Harvest,
): readonly string[] {
  const controls = builtin.controls.filter(({ id }) => Object.hasOwn(expected, id));
  const snapshot = {
    ...{ kind: 'plimsoll/snapshot' as const, version: snapshotVersion, tool, redactions: [] },
    collectedAt: '2026-11-24T12:00:00Z',
    ...{
      targets: [target],
      subjects: [...subjects],
      population: [...population],
      gaps: [...gaps],
      origins,
    },
  };
  const { findings } = assess(snapshot, { catalog: { ...builtin, controls }, tool });
  return Object.entries(expected).flatMap(([control, expectation]) => {
    const [status, words] = typeof expectation === 'string' ? [expectation, ''] : expectation;
    const found = findings.find(({ controlId }) => controlId === control);
    const said = JSON.stringify(found?.message);
    if (found?.status === status && said.includes(words)) return [];
    return [`${control}: ${status} ${words} expected, ${found?.status} ${said}`];
  });
}
