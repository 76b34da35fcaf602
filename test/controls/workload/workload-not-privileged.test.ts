import { workloadNotPrivileged } from '../../../src/controls/workload/workload-not-privileged.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNotPrivileged, compliantWorkload, {
  fail: {
    'it is privileged': { facts: { privileged: true } },
    'a stopped one is judged too': { facts: { ...stopped, privileged: true } },
    'labels that claim otherwise change nothing': {
      facts: { privileged: true, labels: { privileged: 'false', 'plimsoll.ignore': 'true' } },
    },
  },
  unknown: { 'it was not read': { denied: ['/privileged'] } },
});
