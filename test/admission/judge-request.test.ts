import { expect, it } from 'vitest';
import { judgeRequest } from '../../src/admission/judge-request.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { createAssessor } from '../../src/core/assessment/assess.ts';
import type { Judgement } from '../../src/core/assessment/evaluate.ts';
import type { Waiver } from '../../src/core/statements/waiver.ts';
import { compliantEngine } from '../../src/testing/compliant/engine.ts';
import { compliantHost } from '../../src/testing/compliant/host.ts';
import { compliantWorkload } from '../../src/testing/compliant/workload.ts';
import { snapshotOf, subjectOf, target } from '../support/judge.ts';

it('judges by the controls of workloads as the whole catalog does, beside the engine and the host', () => {
  const others = [
    subjectOf('engine', { ...compliantEngine }),
    subjectOf('host', { ...compliantHost }),
  ];
  const snapshot = snapshotOf(others);
  const plain = { catalog: builtin, at: snapshot.collectedAt };
  const waiver: Waiver = {
    control: 'workload-not-privileged',
    scope: { target },
    reason: 'It builds images.',
    approver: 'carol',
    owner: 'bob',
    from: '2020-01-01',
    until: '2999-12-31',
  };
  let waived = false;
  for (const options of [plain, { ...plain, waivers: [waiver] }]) {
    for (const change of [{}, { privileged: true }, { pidsLimit: 0 }]) {
      const subject = subjectOf('workload', { ...compliantWorkload, ...change });
      const whole = createAssessor(snapshot, [...others, subject], options).judge(subject);
      const judged = judgeRequest({ subject, origins: {} }, snapshot, options);
      expect(whole.length).toBeGreaterThan(50);
      expect(judged.map(saying)).toEqual(whole.map(saying));
      waived ||= judged.some((each) => each.waiver !== undefined);
    }
  }
  expect(waived).toBe(true);
});

const saying = ({ control, status, severity, message, places, waiver }: Judgement) => [
  ...[control.id, status, severity, message, places],
  waiver?.reason,
];
