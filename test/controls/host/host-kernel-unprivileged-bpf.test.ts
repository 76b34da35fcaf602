import { expect, it } from 'vitest';
import { hostKernelUnprivilegedBpf } from '../../../src/controls/host/host-kernel-unprivileged-bpf.ts';
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

const name = 'kernel.unprivileged_bpf_disabled';

describeControl(hostKernelUnprivilegedBpf, compliantHost, {
  pass: { 'for good': sysctl(name, '1') },
  fail: { 'everybody may': sysctl(name, '0') },
  unknown: { 'not read': { denied: [`/sysctls/${name}`] } },
});

it('does not apply to a kernel without it', () => {
  expect(judge(hostKernelUnprivilegedBpf, without(name)).status).toBe('not-applicable');
});
