import { describe, expect, it } from 'vitest';
import { workloadPidsLimit } from '../../src/controls/workload/workload-pids-limit.ts';
import { aWorkload } from '../../src/testing/subjects.ts';
import { matchers } from '../../src/vitest.ts';

expect.extend(matchers);

const unlimited = aWorkload({ resources: { pidsLimit: 0 } });

describe('toJudge', () => {
  it('judges', () => {
    expect(workloadPidsLimit).toJudge(aWorkload(), 'pass');
    expect(workloadPidsLimit).toJudge(unlimited, 'fail', { message: /No process limit/ });
    expect(workloadPidsLimit).toJudge(aWorkload(), 'fail', { params: { max: 255 } });
    expect(workloadPidsLimit).not.toJudge(aWorkload(), 'unknown');
  });

  it('says what is wrong', () => {
    expect(() => expect(workloadPidsLimit).toJudge(unlimited, 'pass')).toThrow(
      'workload-pids-limit: pass: resources.pidsLimit: 0: it is fail (No process limit is set)',
    );
    expect(() => expect(workloadPidsLimit).not.toJudge(unlimited, 'fail')).toThrow(
      'workload-pids-limit: resources.pidsLimit: 0: it is fail',
    );
  });
});
