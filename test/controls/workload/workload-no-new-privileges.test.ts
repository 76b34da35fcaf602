import { workloadNoNewPrivileges } from '../../../src/controls/workload/workload-no-new-privileges.ts';
import { compliantWorkload, stopped, withRights } from '../../fixtures/workload.ts';
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
    'another process in it may': {
      facts: { processes: [withRights({ noNewPrivileges: false })] },
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
    'what else runs in it was not read': { denied: ['/processes'] },
    'a stopped one whose configuration was not read': {
      facts: stopped,
      denied: ['/security/noNewPrivileges'],
    },
  },
  beside: ['/security/noNewPrivileges'],
  unnoticed: {
    '/processes/*/program': 'it is named in the message',
    '/processes/*/pid': 'it is named in the message',
  },
});
