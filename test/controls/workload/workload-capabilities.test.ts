import { workloadCapabilities } from '../../../src/controls/workload/workload-capabilities.ts';
import { compliantWorkload, stopped, withRights } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { judge } from '../../support/judge.ts';
import { expect, it } from 'vitest';

const engineDefaults = workloadCapabilities.params.parse({}).allowed;

it('names what is too much', () => {
  const facts = {
    ...compliantWorkload,
    capabilities: { effective: ['CHOWN', 'SYS_ADMIN', 'SYS_PTRACE'] },
  };
  const { message } = judge(workloadCapabilities, facts);
  expect(message.en).toContain('SYS_ADMIN, SYS_PTRACE');
  expect(message.en).not.toContain('CHOWN');
});

it('refuses a list in lower case, which would match nothing', () => {
  expect(() =>
    judge(workloadCapabilities, compliantWorkload, { params: { allowed: ['net_raw'] } }),
  ).toThrow(/upper case/);
});

describeControl(workloadCapabilities, compliantWorkload, {
  pass: {
    "the engine's default set": { facts: { capabilities: { effective: engineDefaults } } },
    'an allowed one more': {
      facts: { capabilities: { effective: ['SYS_NICE'] } },
      params: { allowed: ['NET_BIND_SERVICE', 'SYS_NICE'] },
    },
    'an allowed one, spelled with CAP_': {
      facts: { capabilities: { effective: ['SYS_NICE'] } },
      params: { allowed: ['CAP_NET_BIND_SERVICE', 'CAP_SYS_NICE'] },
    },
    'one that was added and is held by default anyway': {
      facts: { capabilities: { added: ['CHOWN'], effective: engineDefaults } },
    },
    'nothing, where nothing is allowed': {
      facts: { capabilities: { effective: [] }, kernel: { capabilities: [] } },
      params: { allowed: [] },
    },
    'one that does not run, by what it will hold': { facts: stopped },
  },
  fail: {
    'one was added': {
      facts: {
        capabilities: { added: ['SYS_ADMIN'], effective: [...engineDefaults, 'SYS_ADMIN'] },
      },
    },
    'all were added': { facts: { capabilities: { added: ['ALL'], effective: ['ALL'] } } },
    'one beyond the default that privileged brings, though none was added': {
      facts: { privileged: true, capabilities: { added: [], effective: ['SYS_MODULE'] } },
    },
    'another user than root has none at first, but the container may hold it': {
      facts: { capabilities: { effective: ['SYS_ADMIN'] }, kernel: { capabilities: [] } },
    },
    'the kernel shows one that was not configured': {
      facts: { kernel: { capabilities: ['NET_BIND_SERVICE', 'SYS_PTRACE'] } },
    },
    'a default one, where the list is shorter': {
      facts: { capabilities: { effective: engineDefaults } },
      params: { allowed: ['NET_BIND_SERVICE'] },
    },
    'what is configured is too much, and the kernel was not read': {
      facts: { capabilities: { effective: ['SYS_ADMIN'] } },
      denied: ['/kernel'],
    },
    'another process in it holds more than its first': {
      facts: { processes: [withRights({ capabilities: ['SYS_PTRACE'] })] },
    },
    'a stopped one would hold it': {
      facts: { ...stopped, capabilities: { effective: ['SYS_ADMIN'] } },
    },
  },
  unknown: {
    'the kernel was not read': { denied: ['/kernel'] },
    'what else runs in it was not read': { denied: ['/processes'] },
    'what is configured was not read': { denied: ['/capabilities/effective'] },
  },
  unnoticed: {
    '/processes/*/program': 'it is named in the message',
    '/processes/*/pid': 'it is named in the message',
  },
});
