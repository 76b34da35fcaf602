import { workloadSeccomp } from '../../../src/controls/workload/workload-seccomp.ts';
import { compliantWorkload, stopped, withRights } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const custom = (...allowedDangerous: readonly string[]) => ({
  facts: { security: { seccomp: { mode: 'custom', allowedDangerous } } },
});

describeControl(workloadSeccomp, compliantWorkload, {
  pass: {
    'a profile of its own that refuses by default': custom(),
    'a profile that lets through what the default lets through': custom('ptrace'),
    'a profile that does not look at the flags of clone': custom('clone', 'clone3'),
    'a profile that lets through what is not refused': {
      ...custom('mount'),
      params: { refused: ['bpf'] },
    },
    'a privileged one with a profile of its own': {
      facts: { privileged: true, ...custom().facts },
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
    'its own profile lets a dangerous call through': custom('keyctl'),
    'its own profile lets user namespaces be made, where that is refused': {
      ...custom('clone'),
      params: { refused: ['clone'] },
    },
    'a call that was added to the list': {
      ...custom('ptrace'),
      params: { refused: ['ptrace'] },
    },
    'its own profile lets everything through': {
      facts: { security: { seccomp: { mode: 'custom', allowsAll: true } } },
    },
    'the kernel has no filter, whatever was configured': { facts: { kernel: { seccomp: 0 } } },
    'another process in it is under no filter': {
      facts: { processes: [withRights({ seccomp: 0 })] },
    },
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
    'what else runs in it was not read': { denied: ['/processes'] },
    'it was not read what its own profile lets through': {
      facts: { security: { seccomp: { mode: 'custom' } } },
    },
    'what its own profile lets through could not be read': {
      ...custom(),
      denied: ['/security/seccomp/allowedDangerous'],
    },
    'it is not known whether its own profile lets everything through': {
      ...custom(),
      denied: ['/security/seccomp/allowsAll'],
    },
  },
  unnoticed: {
    '/processes/*/program': 'it is named in the message',
    '/processes/*/pid': 'it is named in the message',
  },
});
