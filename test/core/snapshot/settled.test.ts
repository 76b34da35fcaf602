import { expect, test } from 'vitest';
import { settled } from '../../../src/core/snapshot/settled.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';

const subject = (facts: Subject['facts']): Subject => ({
  ...{ kind: 'workload', id: 'a', name: 'web', target: 'unix:///x', gaps: [] },
  facts,
});
const same = (a: Subject['facts'], b: Subject['facts']): boolean =>
  JSON.stringify(settled(subject(a))) === JSON.stringify(settled(subject(b)));

test('numbers of processes and of commands change by themselves, and health checks come and go', () => {
  const check = { id: 'h', healthCheck: true, program: 'curl' };
  expect(
    same(
      {
        processes: [
          { pid: 5, uid: 0 },
          { pid: 4, uid: 1 },
        ],
        sessions: [check, { id: '1', program: 'sh' }],
      },
      {
        processes: [
          { pid: 8, uid: 1 },
          { pid: 9, uid: 0 },
        ],
        sessions: [{ id: '2', program: 'sh' }],
      },
    ),
  ).toBe(true);
});

test('everything else is a change', () => {
  expect(same({ processes: [{ pid: 5, uid: 0 }] }, { processes: [{ pid: 5, uid: 1 }] })).toBe(
    false,
  );
  expect(same({ sessions: [{ id: '1', program: 'sh' }] }, { sessions: [] })).toBe(false);
  expect(same({ privileged: false }, { privileged: true })).toBe(false);
});
