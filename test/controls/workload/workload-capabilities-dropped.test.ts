import { workloadCapabilitiesDropped } from '../../../src/controls/workload/workload-capabilities-dropped.ts';
import { defaultCapabilities } from '../../../src/knowledge/default-capabilities.ts';
import { compliantWorkload, stopped, withRights } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const holds = (...effective: readonly string[]) => ({
  facts: { capabilities: { effective }, kernel: { capabilities: [] } },
});

describeControl(workloadCapabilitiesDropped, compliantWorkload, {
  pass: {
    'none at all': holds(),
    'dropped one by one, not by ALL': {
      facts: { capabilities: { added: [], dropped: [...defaultCapabilities], effective: [] } },
    },
    'one that is needed': { ...holds('SYS_TIME'), params: { allowed: ['SYS_TIME'] } },
    'one that is needed, by its long name': {
      ...holds('SYS_TIME'),
      params: { allowed: ['CAP_SYS_TIME'] },
    },
  },
  fail: {
    'another process was given more': {
      facts: { processes: [withRights({ capabilities: ['SYS_PTRACE'] })] },
    },
    'its first process was given more': { facts: { kernel: { capabilities: ['SYS_PTRACE'] } } },
    'what the engine gives by default': holds(...defaultCapabilities),
    'one of those': holds('NET_RAW'),
    'added after all were dropped': holds('NET_BIND_SERVICE', 'SYS_ADMIN'),
    'a stopped one': { facts: { ...stopped, capabilities: { effective: ['CHOWN'] } } },
    'even the one by default, where none is needed': {
      ...holds('NET_BIND_SERVICE'),
      params: { allowed: [] },
    },
  },
  unknown: {
    'it was not read': { denied: ['/capabilities/effective'] },
    'what else runs in it was not read': { denied: ['/processes'] },
  },
  beside: ['/kernel/capabilities'],
  unnoticed: {
    '/kernel': 'its capabilities decide',
    '/processes/*/program': 'it is named in the message',
    '/processes/*/pid': 'it is named in the message',
  },
});
