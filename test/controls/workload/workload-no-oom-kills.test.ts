import { workloadNoOomKills } from '../../../src/controls/workload/workload-no-oom-kills.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNoOomKills, compliantWorkload, {
  pass: {
    'ended for another reason': { facts: { ...stopped, lifecycle: { exitCode: 137 } } },
  },
  fail: {
    'it was, and runs again': { facts: { lifecycle: { oomKilled: true } } },
    'it was, and lies still': { facts: { ...stopped, lifecycle: { oomKilled: true } } },
  },
  notApplicable: {
    'only declared': {
      facts: { ...stopped, origin: 'compose-service', state: 'declared', lifecycle: undefined },
    },
  },
  unknown: { 'it was not read': { denied: ['/lifecycle'] } },
});
