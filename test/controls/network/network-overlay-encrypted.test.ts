import { networkOverlayEncrypted } from '../../../src/controls/network/network-overlay-encrypted.ts';
import { compliantNetwork, compliantOverlay } from '../../fixtures/network.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(networkOverlayEncrypted, compliantOverlay, {
  fail: {
    'in the clear': { facts: { encrypted: false } },
    'the routing mesh in the clear': { facts: { encrypted: false, ingress: true } },
    'in the clear, though labelled otherwise': {
      facts: { encrypted: false, labels: { encrypted: 'true' } },
    },
  },
  notApplicable: { 'a bridge': { facts: compliantNetwork } },
  unknown: { 'not read': { denied: ['/encrypted'] } },
});
