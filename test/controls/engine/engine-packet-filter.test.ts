import { enginePacketFilter } from '../../../src/controls/engine/engine-packet-filter.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(enginePacketFilter, compliantEngine, {
  pass: {
    'in force, whatever the file says': {
      facts: { packetFilter: { effective: true, configured: false } },
    },
  },
  fail: {
    'the other way round': { facts: { packetFilter: { effective: false, configured: null } } },
    'configured, but not in force': {
      facts: { packetFilter: { effective: false, configured: true } },
    },
  },
  notApplicable: { Podman: { facts: { product: 'podman' } } },
  unknown: { 'what is in force was not read': { denied: ['/packetFilter/effective'] } },
  beside: ['/packetFilter/configured'],
});
