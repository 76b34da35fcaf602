import { workloadNoHostUts } from '../../../src/controls/workload/workload-no-host-uts.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNoHostUts, compliantWorkload, {
  fail: {
    'asked for': { facts: { namespaces: { uts: { mode: 'host', resolved: 'host' } } } },
    'a stopped one is judged too': {
      facts: { ...stopped, namespaces: { uts: { mode: 'host', resolved: 'host' } } },
    },
  },
  unknown: {
    'it was not read': { denied: ['/namespaces/uts'] },
  },
  says: {
    'asked for': "Uses the host's UTS namespace",
  },
});
