import { swarmNodeAddressPrivate } from '../../../src/controls/swarm-node/swarm-node-address-private.ts';
import { compliantSwarmNode } from '../../fixtures/swarm-node.ts';
import { describeControl } from '../../support/describe-control.ts';

const at = (address: string) => ({ facts: { address } });

describeControl(swarmNodeAddressPrivate, compliantSwarmNode, {
  pass: {
    'of RFC 1918': at('10.8.0.2'),
    'the last of 172.16.0.0/12': at('172.31.255.255'),
    'of a carrier, as overlay networks of others use them': at('100.64.0.1'),
    'a unique local one of IPv6': at('fd00::1'),
    'IPv4 within IPv6': at('::ffff:192.168.0.1'),
    'a public one that was approved': { ...at('8.8.4.4'), params: { allowed: ['8.8.4.4'] } },
  },
  fail: {
    public: at('8.8.8.8'),
    'the first behind 172.16.0.0/12': at('172.32.0.0'),
    'public, of IPv6': at('2606:4700::1111'),
    'public, within IPv6': at('::ffff:8.8.8.8'),
    'another than was approved': { ...at('8.8.8.8'), params: { allowed: ['8.8.4.4'] } },
  },
  unknown: {
    'not read': { denied: ['/address'] },
    'a name': at('node-2'),
    nothing: at(''),
    'every address': at('0.0.0.0'),
    'every address of IPv6': at('::'),
  },
  says: { public: '8.8.8.8 is a public address' },
});
