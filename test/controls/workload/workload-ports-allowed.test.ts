import { workloadPortsAllowed } from '../../../src/controls/workload/workload-ports-allowed.ts';
import { compliantWorkload, portOf, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const params = (...allowed: readonly string[]) => ({ params: { allowed } });
const port = (rest: Parameters<typeof portOf>[0], ...allowed: readonly string[]) => ({
  facts: { ports: [portOf(rest)] },
  ...params(...allowed),
});
const range = (first: number, last: number) => ({ hostPort: null, hostRange: { first, last } });
/** A control that has nothing to go by until somebody sets a list. */
const compliant = { ...compliantWorkload, ports: [portOf({ hostPort: 443 })] };

describeControl(workloadPortsAllowed, compliant, {
  params: { allowed: ['443'] },
  pass: {
    'nothing is published': { facts: { ports: [] }, ...params('443') },
    'within a range': port({ hostPort: 8050 }, '8000-8099'),
    'a range within two that adjoin': port(range(8090, 8110), '8100-8199', '8000-8099', '1-10'),
    'of a protocol that is named': port({ hostPort: 53, protocol: 'udp' }, '53/udp'),
    'one of several entries': port({ hostPort: 8443 }, '443', '8443/tcp'),
  },
  fail: {
    'not on the list': port({ hostPort: 8080 }, '443'),
    'beyond a range': port({ hostPort: 8100 }, '8000-8099'),
    'a range that goes beyond': port(range(8090, 8100), '8000-8099'),
    'a range that begins before': port(range(7999, 8000), '8000-8099'),
    'a range with a hole in the list': port(range(80, 84), '80-81', '83-84'),
    'a range of another protocol': port(range(53, 54), '53-54/udp'),
    'of another protocol': port({ hostPort: 53 }, '53/udp'),
    'one that the engine picks': port({ hostPort: null }, '1-65535'),
    'by IPv6': port({ hostAddress: '::', hostPort: 8080 }, '443'),
    'asked for by a stopped one': {
      facts: { ...stopped, ports: [portOf({ hostPort: 8080 })] },
      ...params('443'),
    },
  },
  notApplicable: {
    'no list is set': params(),
    'in the network of another container, where its ports are published': {
      facts: { ports: [], namespaces: { network: { mode: 'container', chain: ['base'] } } },
    },
  },
  unknown: {
    'the ports were not read': { denied: ['/ports'], ...params('443') },
    "on the host's network nothing is published": {
      facts: { ports: [], namespaces: { network: { mode: 'host', resolved: 'host' } } },
      ...params('443'),
    },
  },
  says: {
    'a range that goes beyond': '192.0.2.10:8090-8100 → 8443/tcp is not on the list',
    'by IPv6': '[::]:8080 → 8443/tcp is not on the list',
  },
});
