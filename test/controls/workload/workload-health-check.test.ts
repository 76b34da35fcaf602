import { workloadHealthCheck } from '../../../src/controls/workload/workload-health-check.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadHealthCheck, compliantWorkload, {
  fail: {
    'there is none': { facts: { healthCheck: { state: 'absent', test: [] } } },
    'that of the image is switched off': {
      facts: { healthCheck: { state: 'disabled', test: [] } },
    },
  },
  unknown: { 'it was not read': { denied: ['/healthCheck'] } },
});
