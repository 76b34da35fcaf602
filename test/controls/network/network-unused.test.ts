import { networkUnused } from '../../../src/controls/network/network-unused.ts';
import { compliantNetwork, compliantOverlay } from '../../fixtures/network.ts';
import { describeControl } from '../../support/describe-control.ts';

const own = { ...compliantNetwork, defaultBridge: false };

describeControl(networkUnused, own, {
  pass: {
    'what joins a Swarm to its host': { facts: { usedBy: [], containers: ['ingress-sbox'] } },
    'a service that runs elsewhere': { facts: { ...compliantOverlay, usedBy: ['service-1'] } },
  },
  fail: {
    'nothing on it': { facts: { usedBy: [] } },
    'an overlay with nothing on it': { facts: { ...compliantOverlay, usedBy: [] } },
  },
  notApplicable: {
    'the default bridge': { facts: { defaultBridge: true, usedBy: [] } },
    'the routing mesh': { facts: { ...compliantOverlay, ingress: true, usedBy: [] } },
    'the host’s own': { facts: { driver: 'host', usedBy: [] } },
  },
  unknown: { 'who uses it was not read': { denied: ['/usedBy'] } },
});
