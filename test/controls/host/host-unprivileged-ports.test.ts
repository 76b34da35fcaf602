import { expect, it } from 'vitest';
import { hostUnprivilegedPorts } from '../../../src/controls/host/host-unprivileged-ports.ts';
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

const name = 'net.ipv4.ip_unprivileged_port_start';

describeControl(hostUnprivilegedPorts, compliantHost, {
  pass: {
    'more than is asked': sysctl(name, '2000'),
    'a tailored bound': { ...sysctl(name, '80'), params: { minimum: 80 } },
  },
  fail: {
    'every port': sysctl(name, '0'),
    'numbers and not letters are compared': sysctl(name, '900'),
  },
  unknown: { 'not read': { denied: [`/sysctls/${name}`] } },
});

it('does not apply to a kernel without it', () => {
  expect(judge(hostUnprivilegedPorts, without(name)).status).toBe('not-applicable');
});
