import { hostFileIntegrity } from '../../../src/controls/host/host-file-integrity.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const integrity = (changes: object) => ({
  facts: { defence: { integrity: { ...compliantHost.defence?.integrity, ...changes } } },
});

describeControl(hostFileIntegrity, compliantHost, {
  pass: {
    'a program that runs': integrity({
      running: ['/var/ossec/bin/wazuh-syscheckd'],
      aide: false,
      lastCheck: null,
    }),
    'older, where that is accepted': {
      ...integrity({ lastCheck: '2026-11-01T00:00:00Z' }),
      params: { maxDays: 30 },
    },
  },
  fail: {
    nothing: integrity({ aide: false, lastCheck: null }),
    'a comparison of long ago': integrity({ lastCheck: '2026-11-10T00:00:00Z' }),
  },
  unknown: {
    'no report': integrity({ lastCheck: null }),
    'a name in a container': integrity({ aide: false, inContainers: ['samhain'] }),
    'not read': { denied: ['/defence'] },
    'a snapshot of an older release': { facts: { defence: undefined } },
  },
  // A report of AIDE stands, whatever else runs.
  beside: ['/defence/integrity/running'],
  says: {
    nothing: 'Nothing compares the files of the host',
    'a comparison of long ago': 'AIDE last compared at 2026-11-10T00:00:00Z',
  },
});
