import { workloadNoDefaultBridge } from '../../../src/controls/workload/workload-no-default-bridge.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

describeControl(workloadNoDefaultBridge, compliantWorkload, {
  pass: {
    'no network at all': { facts: { networks: [] } },
    'a network of a similar name': { facts: { networks: [{ name: 'bridge2', id: 'network-2' }] } },
    'a network that is known and is another': {
      others: [subjectOf('network', { defaultBridge: false }, { id: 'network-1' })],
    },
  },
  fail: {
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
