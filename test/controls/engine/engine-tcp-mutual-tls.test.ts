import { engineTcpMutualTls } from '../../../src/controls/engine/engine-tcp-mutual-tls.ts';
import { compliantEngine, compliantListener } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const listening = (...tls: string[]) => ({
  facts: {
    listeners: tls.map((each, at) => ({ ...compliantListener, port: 2375 + at, tls: each })),
  },
});

describeControl(engineTcpMutualTls, compliantEngine, {
  fail: {
    'in the clear': listening('none'),
    'TLS without client certificates': listening('server'),
    'one of several': listening('mutual', 'none'),
    'on loopback': {
      facts: {
        listeners: [{ ...compliantListener, address: '::1', tls: 'none', handshake: null }],
      },
    },
    'in the clear, seen from outside, where others may listen beside it': {
      facts: { listeners: [{ ...compliantListener, tls: 'none' }, null] },
      denied: ['/listeners/0/allInterfaces', '/listeners/1'],
    },
    'one in the clear beside one that did not answer': {
      ...listening('mutual', 'none'),
      denied: ['/listeners/0/tls'],
    },
  },
  notApplicable: {
    'no TCP port at all': listening(),
    'a TCP address that is only configured': {
      facts: { listeners: [], configured: { hosts: ['tcp://0.0.0.0:2375'] } },
    },
  },
  unknown: {
    'the sockets could not be read': { denied: ['/listeners'] },
    'one is in order, seen from outside, where others may listen beside it': {
      facts: { listeners: [compliantListener, null] },
      denied: ['/listeners/0/allInterfaces', '/listeners/1'],
    },
    'one did not answer': { ...listening('mutual', 'mutual'), denied: ['/listeners/1/tls'] },
  },
  says: {
    'on loopback': '[::1]:2376 answers in clear text',
  },
});
