import { workloadPortsBoundToInterface } from '../../../src/controls/workload/workload-ports-bound-to-interface.ts';
import { compliantWorkload, portOf, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';
import { expect, it } from 'vitest';
import { judge } from '../../support/judge.ts';

const published = (...addresses: readonly string[]) =>
  Object.fromEntries(
    addresses.map((hostAddress) => [
      `published on ${JSON.stringify(hostAddress)}`,
      { facts: { ports: [portOf({ hostAddress })] } },
    ]),
  );

it('names the port as docker does', () => {
  const ports = [portOf({ hostAddress: '::', hostPort: 80, containerPort: 8080 })];
  const { message } = judge(workloadPortsBoundToInterface, { ...compliantWorkload, ports });
  expect(message.en).toContain('[::]:80 → 8080/tcp');
});

describeControl(workloadPortsBoundToInterface, compliantWorkload, {
  pass: {
    ...published('127.0.0.1', '10.0.0.0', '::1', 'fe80::1', '::ffff:192.0.2.10', '2001:db8::'),
  },
  fail: {
    ...published(
      '0.0.0.0',
      '::',
      '',
      '[::]',
      '0:0:0:0:0:0:0:0',
      '::0',
      '::ffff:0.0.0.0',
      '::FFFF:0:0',
    ),
    'one of a dual pair': {
      facts: { ports: [portOf({ hostAddress: '127.0.0.1' }), portOf({ hostAddress: '::' })] },
    },
    'a port that the engine picks': {
      facts: { ports: [portOf({ hostAddress: '0.0.0.0', hostPort: null })] },
    },
    'a range that the engine picks from': {
      facts: {
        ports: [
          portOf({
            hostAddress: '0.0.0.0',
            hostPort: null,
            hostRange: { first: 8080, last: 8090 },
          }),
        ],
      },
    },
    'one of many, where another was not read': {
      facts: { ports: [portOf(), portOf({ hostAddress: '0.0.0.0' })] },
      denied: ['/ports/0/hostAddress'],
    },
    'a stopped one is judged too': {
      facts: { ...stopped, ports: [portOf({ hostAddress: '0.0.0.0' })] },
    },
  },
  notApplicable: {
    'nothing is published': { facts: { ports: [] } },
    'in the network of another container, where its ports are published': {
      facts: { ports: [], namespaces: { network: { mode: 'container', chain: ['base'] } } },
    },
  },
  unknown: {
    'the ports were not read': { denied: ['/ports'] },
    "on the host's network nothing is published": {
      facts: { ports: [], namespaces: { network: { mode: 'host', resolved: 'host' } } },
    },
    "on the host's network through another container": {
      facts: {
        ports: [],
        namespaces: { network: { mode: 'container', chain: ['vpn'], resolved: 'host' } },
      },
    },
  },
  says: {
    'a port that the engine picks': '0.0.0.0:* → 8443/tcp is open on every interface',
    'a range that the engine picks from': '0.0.0.0:8080-8090 → 8443/tcp is open on every interface',
    'published on ""': ':8443 → 8443/tcp is open on every interface',
  },
});
