import { networkNotAttachable } from '../../../src/controls/network/network-not-attachable.ts';
import { compliantNetwork, compliantOverlay } from '../../fixtures/network.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(networkNotAttachable, compliantOverlay, {
  fail: { attachable: { facts: { attachable: true } } },
  notApplicable: { 'a bridge': { facts: { ...compliantNetwork, attachable: true } } },
  unknown: { 'not read': { denied: ['/attachable'] } },
});
