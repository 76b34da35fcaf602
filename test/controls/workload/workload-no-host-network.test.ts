import { workloadNoHostNetwork } from '../../../src/controls/workload/workload-no-host-network.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { merge } from '../../../src/testing/judging/merge.ts';
import { describeControl } from '../../support/describe-control.ts';
import { expect, it } from 'vitest';
import { judge } from '../../support/judge.ts';

it('names the containers that it goes through', () => {
  const network = { mode: 'container', chain: ['proxy', 'vpn'], resolved: 'host' };
  const facts = merge(compliantWorkload, { namespaces: { network } });
  expect(judge(workloadNoHostNetwork, facts).message.en).toContain('proxy → vpn');
});

describeControl(workloadNoHostNetwork, compliantWorkload, {
  pass: {
    'joined to a container that has its own': {
      facts: {
        namespaces: { network: { mode: 'container', chain: ['sidecar'], resolved: 'private' } },
      },
    },
    'no network at all': { facts: { namespaces: { network: { mode: 'none' } } } },
  },
  fail: {
    'a process of it is in that of the host': {
      facts: {
        differences: [
          {
            ...{ setting: 'network', configured: 'private', inForce: 'host' },
            processes: [{ pid: 4107, program: 'nc' }],
          },
        ],
      },
      message: "By the kernel, processes in it are in the host's network: nc (4107)",
    },
    'asked for': { facts: { namespaces: { network: { mode: 'host', resolved: 'host' } } } },
    'a stopped one is judged too': {
      facts: { ...stopped, namespaces: { network: { mode: 'host', resolved: 'host' } } },
    },
    'through a container that has it': {
      facts: { namespaces: { network: { mode: 'container', chain: ['vpn'], resolved: 'host' } } },
    },
    'through a container that joins one that has it': {
      facts: {
        namespaces: { network: { mode: 'container', chain: ['proxy', 'vpn'], resolved: 'host' } },
      },
    },
  },
  unknown: {
    'it was not read': { denied: ['/namespaces/network'] },
    'where it ends could not be followed': {
      facts: { namespaces: { network: { mode: 'container', chain: ['gone'] } } },
      denied: ['/namespaces/network/resolved'],
    },
  },
  says: {
    'asked for': "Uses the host's network",
  },
  // Where it was not read, the engine's word stands.
  beside: ['/differences'],
});
