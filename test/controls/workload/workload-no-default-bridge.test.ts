import { workloadNoDefaultBridge } from '../../../src/controls/workload/workload-no-default-bridge.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const joining = (...chain: readonly string[]) => ({
  networks: [],
  namespaces: { network: { mode: 'container', chain, resolved: 'private' } },
});
const joined = (id: string, network: string) =>
  subjectOf(
    'workload',
    { ...compliantWorkload, networks: [{ name: network, id: 'network-3' }] },
    { id },
  );

describeControl(workloadNoDefaultBridge, compliantWorkload, {
  pass: {
    'the networks of the container that it joins': {
      facts: joining('base'),
      others: [joined('base', 'shop_backend')],
    },
    'no network at all': { facts: { networks: [] } },
    'a network of a similar name': { facts: { networks: [{ name: 'bridge2', id: 'network-2' }] } },
    'a network that is known and is another': {
      others: [subjectOf('network', { defaultBridge: false }, { id: 'network-1' })],
    },
  },
  fail: {
    'by way of the container that it joins': {
      facts: joining('base'),
      others: [joined('base', 'bridge')],
    },
    'by what the network of the container that it joins says of itself': {
      facts: joining('base'),
      others: [
        joined('base', 'podman'),
        subjectOf('network', { defaultBridge: true }, { id: 'network-3' }),
      ],
    },
    'at the end of a chain of containers': {
      facts: joining('next', 'base'),
      others: [joined('next', 'shop_backend'), joined('base', 'bridge')],
    },
    'by the name that the engine keeps for it': {
      facts: { networks: [{ name: 'bridge', id: 'network-2' }] },
    },
    'by the name, before it was ever started': {
      facts: { networks: [{ name: 'bridge', id: '' }] },
    },
    'by what the network says of itself': {
      facts: { networks: [{ name: 'podman', id: 'network-1' }] },
      others: [subjectOf('network', { defaultBridge: true }, { id: 'network-1' })],
    },
    'besides another network': {
      facts: {
        networks: [
          { name: 'shop_backend', id: 'network-1' },
          { name: 'bridge', id: 'network-2' },
        ],
      },
    },
  },
  unknown: {
    'the container that it joins is not there': { facts: joining('base') },
    'whose network it is on was not read': { denied: ['/namespaces/network'] },
    'the networks of the container that it joins were not read': {
      facts: joining('base'),
      others: [
        {
          ...joined('base', 'shop_backend'),
          gaps: [{ path: '/networks', reason: 'denied', detail: 'test' }],
        },
      ],
    },
    'the networks were not read': { denied: ['/networks'] },
    'what the network is was not read': {
      others: [
        subjectOf(
          'network',
          {},
          {
            id: 'network-1',
            gaps: [{ path: '/defaultBridge', reason: 'malformed', detail: 'test' }],
          },
        ),
      ],
    },
  },
});
