import { workloadHealthCheck } from '../../../src/controls/workload/workload-health-check.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadHealthCheck, compliantWorkload, {
  pass: {
    'it has just begun': { facts: { lifecycle: { health: 'starting' } } },
    'its engine says nothing of it': { facts: { lifecycle: { health: undefined } } },
  },
  fail: {
    'it is unhealthy by its check': { facts: { lifecycle: { health: 'unhealthy' } } },
    'there is none': { facts: { healthCheck: { state: 'absent', test: [] } } },
    'that of the image is switched off': {
      facts: { healthCheck: { state: 'disabled', test: [] } },
    },
  },
  unknown: {
    'it was not read': { denied: ['/healthCheck'] },
    'what it says was not read': { denied: ['/lifecycle'] },
  },
});
