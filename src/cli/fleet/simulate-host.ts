import { setTimeout as sleep } from 'node:timers/promises';
import type { WatchHost } from '../../agent.ts';
import type { Assessment, Snapshot } from '../../index.ts';

/** A host that is not there: what was recorded of one, and something changes in it from time to time. */
export interface SimulatedHost {
  readonly snapshot: Snapshot;
  readonly judge: (snapshot: Snapshot) => Assessment;
  /** Which of the changes it begins with. */
  readonly number: number;
  /** Milliseconds between two changes. */
  readonly every: number;
}

/** What happens to workloads, one after the other, and is taken back. */
const changes: readonly Readonly<Record<string, unknown>>[] = [
  { privileged: true },
  { readOnlyRootfs: false },
  { privileged: false },
  { readOnlyRootfs: true },
];

/** Plays a host that changes while somebody looks. */
export function simulateHost({ snapshot, judge, number, every }: SimulatedHost): WatchHost {
  return async ({ signal, onReading }) => {
    let now = snapshot;
    const isOver = (): boolean => signal.aborted;
    const read = (reason: 'start' | 'event', id?: string): void => {
      const collectedAt = new Date().toISOString();
      now = { ...now, collectedAt };
      const events =
        id === undefined ? [] : [{ at: collectedAt, type: 'container', action: 'update', id }];
      onReading({ snapshot: now, assessment: judge(now), reason, events });
    };
    read('start');
    for (let turn = number; !isOver(); turn += 1) {
      await sleep(every, undefined, { signal }).catch(() => {});
      if (isOver()) return;
      const workloads = now.subjects.filter(({ kind }) => kind === 'workload');
      const chosen = workloads[turn % workloads.length];
      const change = changes[turn % changes.length] ?? {};
      now = {
        ...now,
        subjects: now.subjects.map((each) =>
          each === chosen ? { ...each, facts: { ...each.facts, ...change } } : each,
        ),
      };
      read('event', chosen?.id);
    }
  };
}
