import { engineContainerSprawl } from '../../../src/controls/engine/engine-container-sprawl.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const containers = (count: number) => ({ facts: { counts: { containers: count } } });

describeControl(engineContainerSprawl, compliantEngine, {
  pass: {
    none: containers(0),
    'as many as may be': containers(100),
    'more, where the host is sized for it': { ...containers(500), params: { max: 500 } },
  },
  fail: {
    'one more than may be': containers(101),
    'more than fewer may be': { ...containers(6), params: { max: 5 } },
  },
  unknown: { 'not read': { denied: ['/counts'] } },
});
