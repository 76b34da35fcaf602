import { swarmControlPortBound } from '../../../src/controls/swarm/swarm-control-port-bound.ts';
import { compliantEngine, manager } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const listens = (...addresses: readonly string[]) => ({
  facts: { swarm: { listeners: addresses.map((address) => ({ address, port: 2377 })) } },
});

describeControl(swarmControlPortBound, manager, {
  pass: { 'an address of IPv6': listens('2001:db8::1') },
  fail: {
    'all of IPv4': listens('0.0.0.0'),
    'all of both': listens('::'),
    'one, and all of IPv6': listens('192.0.2.11', '::'),
  },
  notApplicable: {
    'no Swarm': { facts: compliantEngine },
    'a worker': { facts: { swarm: { manager: false, listeners: [] } } },
  },
  unknown: { 'its sockets were not read': { denied: ['/swarm/listeners'] } },
  says: {
    'all of IPv4': 'Port 2377 listens on all interfaces',
  },
});
