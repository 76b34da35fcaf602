import { workloadPidsLimit } from '../../../src/controls/workload/workload-pids-limit.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadPidsLimit, compliantWorkload, {
  pass: { 'exactly at the limit': { facts: { resources: { pidsLimit: 4096 } } } },
  fail: {
    'zero is unlimited': { facts: { resources: { pidsLimit: 0 } } },
    'minus one is unlimited': { facts: { resources: { pidsLimit: -1 } } },
    'one over a tailored limit': { facts: { resources: { pidsLimit: 101 } }, params: { max: 100 } },
  },
  unknown: { 'the limit was not read': { denied: ['/resources/pidsLimit'] } },
});
