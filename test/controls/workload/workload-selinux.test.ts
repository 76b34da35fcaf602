import { workloadSelinux } from '../../../src/controls/workload/workload-selinux.ts';
import { compliantWorkload, engineBeside, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const withSelinux = engineBeside({ security: { selinux: true } });
const notRead = {
  ...engineBeside({}),
  gaps: [{ path: '/security/selinux', reason: 'malformed' as const, detail: 'test' }],
};

describeControl(workloadSelinux, compliantWorkload, {
  around: [withSelinux],
  pass: {
    'one that only a file describes gets a label of the engine': {
      facts: { ...stopped, state: 'declared', security: { selinux: { label: '' } } },
    },
    'a type of its own': {
      facts: { security: { selinux: { label: 'system_u:system_r:shop_web_t:s0:c1,c2' } } },
    },
  },
  fail: {
    'it is switched off': { facts: { security: { selinux: { disabled: true } } } },
    'a file switches it off, and neither its label nor the engine was read': {
      facts: { ...stopped, state: 'declared', security: { selinux: { disabled: true } } },
      denied: ['/security/selinux/label'],
      others: [notRead],
    },
    'a file asks for a type that confines nothing, and neither its label nor the engine was read': {
      facts: { ...stopped, state: 'declared', security: { selinux: { type: 'spc_t' } } },
      denied: ['/security/selinux/label'],
      others: [notRead],
      message: 'SELinux type spc_t confines nothing',
    },
    'it runs and has no label': { facts: { security: { selinux: { label: '' } } } },
    'a label whose type confines nothing': {
      facts: { security: { selinux: { label: 'system_u:system_r:spc_t:s0' } } },
    },
    'a type that was added to those': {
      facts: { security: { selinux: { label: 'system_u:system_r:lax_t:s0' } } },
      params: { unconfinedTypes: ['lax_t'] },
    },
    'a declared one that is privileged gets none': {
      facts: {
        ...stopped,
        state: 'declared',
        privileged: true,
        security: { selinux: { label: '' } },
      },
    },
    "a declared one in the host's PID namespace gets none": {
      facts: {
        ...stopped,
        state: 'declared',
        namespaces: { pid: { mode: 'host', resolved: 'host' } },
        security: { selinux: { label: '' } },
      },
    },
  },
  notApplicable: {
    'the engine has no SELinux': { others: [engineBeside({ security: { selinux: false } })] },
    'the engine has none, and it is switched off besides': {
      facts: { security: { selinux: { disabled: true } } },
      others: [engineBeside({ security: { selinux: false } })],
    },
  },
  unknown: {
    'it was not read': { denied: ['/security/selinux/label'] },
    'a file asks for a type of its own, and the label was not read': {
      facts: { ...stopped, state: 'declared', security: { selinux: { type: 'container_t' } } },
      denied: ['/security/selinux/label'],
    },
    'what the engine has was not read': { others: [notRead] },
  },
});
