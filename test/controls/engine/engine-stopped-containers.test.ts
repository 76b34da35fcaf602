import { engineStoppedContainers } from '../../../src/controls/engine/engine-stopped-containers.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const stopped = (count: number) => ({ facts: { counts: { containers: 100, stopped: count } } });

describeControl(engineStoppedContainers, compliantEngine, {
  pass: {
    'at the limit': stopped(10),
    'no container at all': { facts: { counts: { containers: 0, running: 0, stopped: 0 } } },
  },
  fail: {
    'one over the limit': stopped(11),
    'one, where none is allowed': { ...stopped(1), params: { max: 0 } },
  },
  unknown: { 'not read': { denied: ['/counts'] } },
  says: {
    'one, where none is allowed': '1 of 100 containers are stopped',
  },
});
