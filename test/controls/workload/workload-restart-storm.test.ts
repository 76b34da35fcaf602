import { workloadRestartStorm } from '../../../src/controls/workload/workload-restart-storm.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

/** The snapshot is of noon. */
const started = (restartCount: number, startedAt: string, rest: object = {}) => ({
  facts: { lifecycle: { restartCount, startedAt }, ...rest },
});
const ended = (restartCount: number, startedAt: string, finishedAt: string) => ({
  facts: { ...stopped, lifecycle: { restartCount, startedAt, finishedAt, exitCode: 1 } },
});

describeControl(workloadRestartStorm, compliantWorkload, {
  pass: {
    'twice at boot': started(2, '2026-11-24T11:59:00Z'),
    'often, but settled since': started(40, '2026-11-24T10:59:00Z'),
    'stopped, never started again': { facts: stopped },
    'ended after a long run': ended(5, '2026-11-24T01:00:00Z', '2026-11-24T11:00:00Z'),
    'only created': { facts: { ...stopped, state: 'created', lifecycle: { startedAt: null } } },
    'as often as is allowed': {
      ...started(9, '2026-11-24T11:59:00Z'),
      params: { restarts: 10 },
    },
  },
  fail: {
    'three times, a minute ago': started(3, '2026-11-24T11:59:00Z'),
    'waiting for the next try': started(4, '2026-11-20T08:00:00Z', { state: 'restarting' }),
    'given up after its tries': ended(5, '2026-11-24T11:00:00Z', '2026-11-24T11:00:01Z'),
    'not settled by a stricter measure': {
      ...started(3, '2026-11-24T10:00:00Z'),
      params: { settledMinutes: 180 },
    },
  },
  notApplicable: {
    'only declared': {
      facts: { ...stopped, origin: 'swarm-service', state: 'declared', lifecycle: undefined },
    },
  },
  unknown: {
    'it was not read': { denied: ['/lifecycle/restartCount'] },
    'a container whose past was not read': { facts: { lifecycle: undefined } },
    'when it was started was not read': {
      ...started(9, '2026-11-24T11:59:00Z'),
      denied: ['/lifecycle/startedAt'],
    },
  },
  says: {
    'waiting for the next try': 'Restarted 4 times and ended soon each time, last with exit code 0',
  },
});
