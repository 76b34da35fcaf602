import { workloadSystemPathsMasked } from '../../../src/controls/workload/workload-system-paths-masked.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const lifted = { security: { systemPathsUnconfined: true } };

describeControl(workloadSystemPathsMasked, compliantWorkload, {
  pass: { 'a stopped one': { facts: stopped } },
  fail: {
    'they were lifted': { facts: lifted },
    'they were lifted in a stopped one': { facts: { ...stopped, ...lifted } },
  },
  unknown: { 'it was not read': { denied: ['/security/systemPathsUnconfined'] } },
});
