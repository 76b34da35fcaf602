import { workloadNoNewPrivileges } from '../../../src/controls/workload/workload-no-new-privileges.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadNoNewPrivileges, compliantWorkload, {
  pass: {
    'by the engine-wide default, as the kernel shows': {
      facts: { security: { noNewPrivileges: false } },
    },
    'one that does not run, by its configuration': { facts: stopped },
  },
  fail: {
    'the kernel says no, whatever was configured': {
      facts: { kernel: { noNewPrivileges: false } },
    },
    'neither says so': {
      facts: { security: { noNewPrivileges: false }, kernel: { noNewPrivileges: false } },
    },
    'a stopped one that does not ask for it': {
      facts: { ...stopped, security: { noNewPrivileges: false } },
    },
  },
  unknown: {
    'the kernel was not read': { denied: ['/kernel'] },
    'a stopped one whose configuration was not read': {
      facts: stopped,
      denied: ['/security/noNewPrivileges'],
    },
  },
  beside: ['/security/noNewPrivileges'],
});
