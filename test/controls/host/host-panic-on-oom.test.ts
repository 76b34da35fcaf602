import { expect, it } from 'vitest';
import { hostPanicOnOom } from '../../../src/controls/host/host-panic-on-oom.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';
import { judge } from '../../support/judge.ts';

const sysctl = (name: string, value: string) => ({ facts: { sysctls: { [name]: value } } });
const without = (...names: string[]) => ({
  ...compliantHost,
  sysctls: Object.fromEntries(
    Object.entries(compliantHost.sysctls).filter(([name]) => !names.includes(name)),
  ),
});

describeControl(hostPanicOnOom, compliantHost, {
  fail: {
    'when the host has no memory left': sysctl('vm.panic_on_oom', '1'),
    'when a container has none left': sysctl('vm.panic_on_oom', '2'),
  },
  unknown: { 'not read': { denied: ['/sysctls/vm.panic_on_oom'] } },
});

it('is unknown where the kernel does not tell', () => {
  expect(judge(hostPanicOnOom, without('vm.panic_on_oom')).status).toBe('unknown');
});
