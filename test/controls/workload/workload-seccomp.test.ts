import { workloadSeccomp } from '../../../src/controls/workload/workload-seccomp.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(workloadSeccomp, compliantWorkload, {
  pass: {
    'a profile of its own that refuses by default': {
      facts: { security: { seccomp: { mode: 'custom' } } },
    },
    'a privileged one with a profile of its own': {
      facts: { privileged: true, security: { seccomp: { mode: 'custom' } } },
    },
    'strict mode': { facts: { kernel: { seccomp: 1 } } },
    'one that does not run': { facts: stopped },
  },
  fail: {
    'it is unconfined': {
      facts: { security: { seccomp: { mode: 'unconfined' } }, kernel: { seccomp: 0 } },
    },
    'it is unconfined, though its first process filters itself': {
      facts: { security: { seccomp: { mode: 'unconfined' } } },
    },
    'its own profile lets everything through': {
      facts: { security: { seccomp: { mode: 'custom', allowsAll: true } } },
    },
    'the kernel has no filter, whatever was configured': { facts: { kernel: { seccomp: 0 } } },
    'a stopped privileged one will have none': { facts: { ...stopped, privileged: true } },
    'a stopped unconfined one': {
      facts: { ...stopped, security: { seccomp: { mode: 'unconfined' } } },
    },
    'it is unconfined, and the kernel was not read': {
      facts: { security: { seccomp: { mode: 'unconfined' } } },
      denied: ['/kernel'],
    },
    'the kernel has no filter, and the configuration was not read': {
      facts: { kernel: { seccomp: 0 } },
      denied: ['/security/seccomp'],
    },
  },
  unknown: {
    'the kernel was not read': { denied: ['/kernel'] },
    'it is not known whether its own profile lets everything through': {
      facts: { security: { seccomp: { mode: 'custom' } } },
      denied: ['/security/seccomp/allowsAll'],
    },
  },
});
