import { workloadDeployedAsIntended } from '../../../src/controls/workload/workload-deployed-as-intended.ts';
import { declaredService, projectOf, serviceOf } from '../../fixtures/declared.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { composeFile, judge, subjectOf } from '../../support/judge.ts';
import { describeControl } from '../../support/describe-control.ts';
import { describe, expect, it } from 'vitest';

const containers = (count: number, facts: object = {}) =>
  Array.from({ length: count }, (_, at) =>
    subjectOf('workload', { ...compliantWorkload, ...facts }, { id: `c-${at}` }),
  );
const engine = subjectOf('engine', compliantEngine);

describeControl(workloadDeployedAsIntended, compliantWorkload, {
  around: [projectOf('web'), serviceOf()],
  pass: {
    'a service whose profiles are off': { others: [projectOf('web')] },
  },
  fail: {
    'no service of the file': { others: [projectOf('db')] },
  },
  notApplicable: {
    'no file among the targets': { others: [] },
    'made by hand': { facts: { compose: null } },
  },
});

/** What is said of the service of a file; everything on the engine is around it. */
const judged = (facts: object, others: readonly ReturnType<typeof subjectOf>[], rest = {}) =>
  judge(
    workloadDeployedAsIntended,
    { ...declaredService, ...facts },
    { others: [projectOf('web'), engine, ...others], ...rest },
  );

describe('a service of a file', () => {
  // The harness puts what is judged on the engine; its target is that of the file here.
  const says = (facts: object, others: readonly ReturnType<typeof subjectOf>[]) => {
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
    expect(says({}, [])).toEqual([
      'fail',
      `No container of it is among the ${compliantEngine.counts.containers} on the engine; intended: 1`,
    ]);
    expect(says({}, containers(1, { compose: { project: 'shop', service: 'db' } }))[0]).toBe(
      'fail',
    );
  });

  it('is there too often, or too seldom', () => {
    expect(says({}, containers(2))).toEqual(['fail', 'Copies: 2, intended: 1']);
    expect(says({ replicas: 3 }, containers(2))).toEqual(['fail', 'Copies: 2, intended: 3']);
    expect(says({ replicas: 0 }, containers(1))[0]).toBe('fail');
  });

  it('is not what was started for one time, or what a name or another project’s label suggests', () => {
    const oneOff = { labels: { 'com.docker.compose.oneoff': 'True' } };
    expect(says({}, containers(1, oneOff))[0]).toBe('fail');
    const others = ['shop\nweb', 'shop","web', ' shop'];
    for (const project of others) {
      expect(says({}, containers(1, { compose: { project, service: 'web' } }))[0]).toBe('fail');
    }
  });

  it('may be a service of a Swarm, with the copies that it has', () => {
    const stack = (replicas: number | null) => containers(1, { origin: 'swarm-service', replicas });
    expect(says({ replicas: 2 }, stack(2))[0]).toBe('pass');
    expect(says({ replicas: null }, stack(null))[0]).toBe('pass');
    expect(says({ replicas: 2 }, stack(1))).toEqual(['fail', 'Copies: 1, intended: 2']);
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
    expect(judged({}, [], { snapshot }).status).toBe('not-applicable');
  });
});
