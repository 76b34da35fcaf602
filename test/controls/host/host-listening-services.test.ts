import { hostListeningServices } from '../../../src/controls/host/host-listening-services.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { subjectOf } from '../../support/judge.ts';

const listening = (...ports: number[]) => ({
  facts: {
    network: { listeners: ports.map((port) => ({ address: '::', port })) },
  },
});
const published = {
  hostAddress: '0.0.0.0',
  hostPort: 8443,
  containerPort: 443,
  protocol: 'tcp',
};
const swarm = { ...compliantEngine.swarm, state: 'active' };
const listener = { address: '0.0.0.0', port: 2376, tls: 'mutual' };

describeControl(hostListeningServices, compliantHost, {
  around: [
    subjectOf('engine', { ...compliantEngine, listeners: [listener] }),
    subjectOf('workload', { ...compliantWorkload, ports: [published] }),
  ],
  pass: {
    nothing: listening(),
    'a published port': listening(22, 8443),
    'the engine’s own API': listening(22, 2376),
    'a Swarm’s ports': {
      ...listening(2377, 7946),
      others: [subjectOf('engine', { ...compliantEngine, swarm })],
    },
    'a port that belongs there': { ...listening(9100), params: { ports: [9100] } },
  },
  fail: {
    'another service': listening(22, 111),
    'a Swarm’s port without a Swarm': listening(2377),
    'a published port of another number': listening(443),
    'SSH, where policy has none': { params: { ports: [] } },
  },
  unknown: {
    'not read': { denied: ['/network/listeners'] },
    'what is published was not read': {
      ...listening(8443),
      others: [
        subjectOf('workload', compliantWorkload, {
          gaps: [{ path: '/ports', reason: 'denied', detail: 'test' }],
        }),
      ],
    },
  },
  says: {
    'another service': 'Also listening: [::]:111',
  },
});
