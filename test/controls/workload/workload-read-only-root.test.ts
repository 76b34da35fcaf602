import { workloadReadOnlyRoot } from '../../../src/controls/workload/workload-read-only-root.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadReadOnlyRoot, compliantWorkload, {
  fail: {
    'it is writable': { facts: { readOnlyRootFilesystem: false } },
    'a stopped one is judged too': { facts: { ...stopped, readOnlyRootFilesystem: false } },
  },
  unknown: { 'it was not read': { denied: ['/readOnlyRootFilesystem'] } },
});
