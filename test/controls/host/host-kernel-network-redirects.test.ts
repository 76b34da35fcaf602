import { hostKernelNetworkRedirects } from '../../../src/controls/host/host-kernel-network-redirects.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const ports = (...changes: object[]) => ({
  facts: {
    network: {
      interfaces: changes.map((change) => ({ ...compliantHost.network.interfaces[0], ...change })),
    },
  },
});

describeControl(hostKernelNetworkRedirects, compliantHost, {
  pass: {
    'a loose check': ports({ reversePath: 'loose' }),
    'forwarding, which containers need': {
      facts: { sysctls: { 'net.ipv4.ip_forward': '1', 'net.ipv6.conf.all.forwarding': '1' } },
    },
  },
  fail: {
    'it accepts redirects': ports({ acceptsRedirects: true }),
    'it sends them': ports({ sendsRedirects: true }),
    'it accepts source routes': ports({ acceptsSourceRoutes: true }),
    'it accepts redirects by IPv6': ports({ acceptsIpv6Redirects: true }),
    'it checks no sender': ports({ reversePath: 'off' }),
    'one of several': ports({}, { sendsRedirects: true }),
    'looser than a tailored check': {
      ...ports({ reversePath: 'loose' }),
      params: { reversePath: ['strict'] },
    },
  },
  notApplicable: {
    'no interface': ports(),
  },
  unknown: {
    'not read': { denied: ['/network/interfaces'] },
    'one was not read': { denied: ['/network/interfaces/0'] },
  },
  says: {
    'it sends them': 'docker0: send_redirects',
  },
});
