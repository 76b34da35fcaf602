import { engineDefaultAddress } from '../../../src/controls/engine/engine-default-address.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const address = (effective: string, configured: string | null = null) => ({
  facts: { defaultAddress: { effective, configured } },
});

describeControl(engineDefaultAddress, compliantEngine, {
  pass: { loopback: address('127.0.0.1'), 'of IPv6': address('2001:db8::1') },
  fail: {
    'every interface': address('0.0.0.0'),
    'every interface of IPv6': address('::'),
    'configured, but not in force': address('0.0.0.0', '127.0.0.1'),
  },
  notApplicable: { 'no default bridge': address('') },
  unknown: { 'not read': { denied: ['/defaultAddress/effective'] } },
  beside: ['/defaultAddress/configured'],
});
