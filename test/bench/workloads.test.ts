import { describe, expect, it } from 'vitest';
import { makeAssessor } from '../../bench/setting.ts';
import { strangerNumber, workloadNumber } from '../../bench/workloads.ts';

// A bench that judges what was not read would time the way to "unknown" and call it an evaluation.
describe.each([
  ['alike', workloadNumber],
  ['unlike', strangerNumber],
])('the generated workloads, %s', (_, make) => {
  it('tell every control what it asks, but for those about their host, which is not there', () => {
    const assessor = makeAssessor([]);
    const untold = new Set<string>();
    for (let at = 0; at < 100; at += 1) {
      for (const judgement of assessor.judge(make(at))) {
        const { controlId, status } = assessor.describe(judgement);
        if (status === 'unknown' || status === 'error') untold.add(controlId);
      }
    }
    expect([...untold].toSorted()).toEqual([
      'workload-no-privileged-ports',
      'workload-ports-bound-to-interface',
      'workload-privileged-apart',
    ]);
  });
});
