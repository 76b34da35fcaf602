import { workloadNoPrivilegedPorts } from '../../../src/controls/workload/workload-no-privileged-ports.ts';
import { compliantWorkload, portOf } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const hostWith = (sysctls: Readonly<Record<string, string>>) => [
  subjectOf('host', { sysctls }, { id: 'host-1' }),
];
const startsAt = (start: number) =>
  hostWith({ 'net.ipv4.ip_unprivileged_port_start': String(start) });

const range = (first: number, last: number) => ({
  facts: { ports: [portOf({ hostPort: null, hostRange: { first, last } })] },
});

describeControl(workloadNoPrivilegedPorts, compliantWorkload, {
  pass: {
    'nothing is published': { facts: { ports: [] } },
    'the first that is not privileged': { facts: { ports: [portOf({ hostPort: 1024 })] } },
    'one that the engine picks': { facts: { ports: [portOf({ hostPort: null })] } },
    'a range from the first that is not privileged': range(1024, 1030),
    'a range whose privileged ports are all allowed': {
      ...range(1022, 1030),
      params: { allowed: [1022, 1023] },
    },
    'a low one inside only': { facts: { ports: [portOf({ containerPort: 443 })] } },
    'one that is allowed': {
      facts: { ports: [portOf({ hostPort: 443 })] },
      params: { allowed: [443] },
    },
    'below 1024, on a host that counts none of them as privileged': {
      facts: { ports: [portOf({ hostPort: 80 })] },
      others: startsAt(80),
    },
    'on a host that knows no such setting': { others: hostWith({}) },
    'on a host whose setting was not read': {
      others: [
        {
          ...subjectOf('host', {}, { id: 'host-1' }),
          gaps: [{ path: '/sysctls', reason: 'denied', detail: 'test' }],
        },
      ],
    },
    'one that is not counted as privileged': {
      facts: { ports: [portOf({ hostPort: 80 })] },
      params: { threshold: 80 },
    },
  },
  fail: {
    'the last that is privileged': { facts: { ports: [portOf({ hostPort: 1023 })] } },
    'above 1024, on a host that counts it as privileged': {
      facts: { ports: [portOf({ hostPort: 1999 })] },
      others: startsAt(2000),
    },
    'a range that ends among the others': range(1020, 1030),
    'a range of which one is allowed': { ...range(80, 81), params: { allowed: [80] } },
    'by IPv6': { facts: { ports: [portOf({ hostAddress: '2001:db8::1', hostPort: 443 })] } },
    'by UDP': { facts: { ports: [portOf({ hostPort: 53, protocol: 'udp' })] } },
    'on loopback': { facts: { ports: [portOf({ hostAddress: '127.0.0.1', hostPort: 80 })] } },
    'one beside one that is allowed': {
      facts: { ports: [portOf({ hostPort: 443 }), portOf({ hostPort: 25 })] },
      params: { allowed: [443] },
    },
  },
  notApplicable: {
    'in the network of another container, where its ports are published': {
      facts: { ports: [], namespaces: { network: { mode: 'container', chain: ['base'] } } },
    },
  },
  unknown: {
    'the ports were not read': { denied: ['/ports'] },
    "on the host's network nothing is published": {
      facts: { ports: [], namespaces: { network: { mode: 'host', resolved: 'host' } } },
    },
  },
  // Where the host does not tell, the threshold stands in.
  beside: ['host', 'host /sysctls', 'host /sysctls/net.ipv4.ip_unprivileged_port_start'],
  says: {
    'on loopback': '127.0.0.1:80 → 8443/tcp is a privileged port',
  },
});
