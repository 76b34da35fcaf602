import { engineTcpMutualTls } from '../../../src/controls/engine/engine-tcp-mutual-tls.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const listening = (...tls: string[]) => ({
  facts: { listeners: tls.map((each, at) => ({ address: '0.0.0.0', port: 2375 + at, tls: each })) },
});

describeControl(engineTcpMutualTls, compliantEngine, {
  pass: {
    'no TCP port at all': listening(),
    'a TCP address that is only configured': {
      facts: { listeners: [], configured: { hosts: ['tcp://0.0.0.0:2375'] } },
    },
  },
  fail: {
    'in the clear': listening('none'),
    'TLS without client certificates': listening('server'),
    'one of several': listening('mutual', 'none'),
    'on loopback': { facts: { listeners: [{ address: '::1', port: 2375, tls: 'none' }] } },
    'one in the clear beside one that did not answer': {
      ...listening('mutual', 'none'),
      denied: ['/listeners/0/tls'],
    },
  },
  unknown: {
    'the sockets could not be read': { denied: ['/listeners'] },
    'one did not answer': { ...listening('mutual', 'mutual'), denied: ['/listeners/1/tls'] },
  },
});
