import { describe, expect, it } from 'vitest';
import { workloadDeployedAsIntended } from '../../../src/controls/workload/workload-deployed-as-intended.ts';
import { deployedWorkload, projectOf, serviceOf } from '../../fixtures/declared.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import type { Finding } from '../../../src/core/assessment/assessment.ts';
import { defineCatalog } from '../../../src/core/controls/catalog.ts';
import type { Snapshot } from '../../../src/core/snapshot/snapshot.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { composeFile, snapshotOf, subjectOf, tool } from '../../support/judge.ts';
import { describeControl } from '../../support/describe-control.ts';

const containers = (count: number, facts: object = {}) =>
  Array.from({ length: count }, (_, at) =>
    subjectOf('workload', { ...deployedWorkload, ...facts }, { id: `c-${at}` }),
  );
const engine = subjectOf('engine', compliantEngine);

const [sooner, later] = [
  { createdAt: '2026-11-01T08:00:00Z' },
  { createdAt: '2026-11-21T08:00:00Z' },
];

/** The file, the engine, and other containers of the service. */
const around = (facts: object, ...others: readonly Subject[]) => [
  projectOf('web'),
  serviceOf({ facts: { ...facts } }),
  engine,
  ...others,
];

describeControl(workloadDeployedAsIntended, deployedWorkload, {
  around: around({}),
  pass: {
    'a service whose profiles are off': { others: [projectOf('web')] },
    'as many copies as are intended': { others: around({ replicas: 2 }, ...containers(1)) },
    'the first of too many': { others: around({}, ...containers(1, later)) },
    'a stranger that was there before, with another image': {
      others: around({}, ...containers(1, { ...sooner, image: { reference: 'other' } })),
    },
    'a service of a Swarm with its copies': {
      facts: { origin: 'swarm-service', replicas: 3 },
      others: around({ replicas: 3 }),
    },
    'started for one time': {
      facts: { labels: { 'com.docker.compose.oneoff': 'True' } },
      others: around({}, ...containers(1, sooner)),
    },
  },
  fail: {
    'no service of the file': { others: [projectOf('db')] },
    'the last of too many': { others: around({}, ...containers(1, sooner)) },
    'one where none is intended': { others: around({ replicas: 0 }) },
    'a stranger with another image': {
      facts: { image: { reference: 'other' } },
      others: around({}, ...containers(1, later)),
    },
    'a service of a Swarm with fewer copies': {
      facts: { origin: 'swarm-service', replicas: 1 },
      others: around({ replicas: 3 }),
    },
  },
  notApplicable: {
    'no file among the targets': { others: [] },
    'made by hand': { facts: { compose: null } },
  },
});

/** What is said of the service of a file, with these on the engine. */
function judged(facts: object, others: readonly Subject[], rest: Partial<Snapshot> = {}): Finding {
  const service = serviceOf({ facts: { ...facts } });
  const { id } = workloadDeployedAsIntended;
  const catalog = defineCatalog({ id, version: '0', controls: [workloadDeployedAsIntended] });
  const snapshot = snapshotOf([projectOf('web'), engine, service, ...others], rest);
  const finding = assess(snapshot, { catalog, tool }).findings.find(
    ({ subject }) => subject.target === composeFile,
  );
  if (!finding) throw new Error('Nothing was said of it.');
  return finding;
}

describe('a service of a file', () => {
  const says = (facts: object, others: readonly Subject[]) => {
    const { status, message } = judged(facts, others);
    return [status, message.en] as const;
  };

  it('is there as often as it is asked for', () => {
    expect(says({}, containers(1))[0]).toBe('pass');
    expect(says({ replicas: 2 }, containers(2))[0]).toBe('pass');
    expect(says({ replicas: 0 }, [])[0]).toBe('pass');
    expect(says({ replicas: null }, containers(1))[0]).toBe('pass');
  });

  it('is missed', () => {
    expect(says({}, [])).toEqual(['fail', 'Nothing of the project shop is on the engine']);
    const other = containers(1, { compose: { project: 'shop', service: 'db' } });
    expect(says({}, other)).toEqual([
      'fail',
      `No container of it is among the ${compliantEngine.counts.containers} on the engine; intended: 1`,
    ]);
    expect(says({}, containers(1, { compose: { project: 'shop', service: 'db' } }))[0]).toBe(
      'fail',
    );
  });

  it('is there too seldom', () => {
    expect(says({ replicas: 3 }, containers(2))).toEqual(['fail', 'Copies: 2, intended: 3']);
  });

  it('is as it was, whoever says that he is a copy as well', () => {
    expect(says({}, containers(2))[0]).toBe('pass');
    expect(says({ replicas: 0 }, containers(1))[0]).toBe('pass');
  });

  it('is not what was started for one time, or what a name or another project’s label suggests', () => {
    const oneOff = { labels: { 'com.docker.compose.oneoff': 'True' } };
    expect(says({}, containers(1, oneOff))[0]).toBe('fail');
    const others = ['shop\nweb', 'shop","web', ' shop'];
    for (const project of others) {
      expect(says({}, containers(1, { compose: { project, service: 'web' } }))[0]).toBe('fail');
    }
  });

  it('may be a service of a Swarm', () => {
    const stack = containers(1, { origin: 'swarm-service', replicas: 9 });
    expect(says({ replicas: 2 }, stack)[0]).toBe('pass');
  });

  it('is unknown where something on the engine could not be read', () => {
    const gaps = [{ path: '', reason: 'denied' as const, detail: 'test' }];
    const unread = subjectOf('workload', {}, { id: 'x', gaps });
    expect(judged({}, [...containers(1), unread]).status).toBe('unknown');
  });

  it('has nothing to be looked for in without an engine', () => {
    const snapshot = {
      targets: [
        {
          id: composeFile,
          kind: 'compose' as const,
          machine: composeFile,
          description: '',
          access: '',
        },
      ],
    };
    expect(judged({}, [], snapshot).status).toBe('not-applicable');
  });
});
