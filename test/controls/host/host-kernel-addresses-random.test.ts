import { hostKernelAddressesRandom } from '../../../src/controls/host/host-kernel-addresses-random.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const random = (value: string) => ({ facts: { sysctls: { 'kernel.randomize_va_space': value } } });

describeControl(hostKernelAddressesRandom, compliantHost, {
  fail: { off: random('0'), 'the heap is not': random('1'), 'no number': random('on') },
  unknown: {
    'not read': { denied: ['/sysctls'] },
    'it alone was not read': { denied: ['/sysctls/kernel.randomize_va_space'] },
  },
  says: { 'the heap is not': 'kernel.randomize_va_space is 1, not 2' },
});
