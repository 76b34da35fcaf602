import { workloadExposureAsIntended } from '../../../src/controls/workload/workload-exposure-as-intended.ts';
import type { WorkloadFacts } from '../../../src/core/subjects/workload/workload.ts';
import { declaredAs, deployedWorkload } from '../../fixtures/declared.ts';
import { portOf } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const published = (...ports: readonly Partial<ReturnType<typeof portOf>>[]) => ({
  facts: { ports: ports.map((each) => portOf(each)) },
});
const [ipv4, ipv6] = [{ hostAddress: '0.0.0.0' }, { hostAddress: '::' }];
const range = { hostPort: null, hostRange: { first: 8080, last: 8090 } };
const ofHost = { mode: 'host', chain: [], resolved: 'host' } as const;
const named = (...names: readonly string[]) => names.map((name) => ({ name, id: `${name}-id` }));
const names = (told: Partial<NonNullable<WorkloadFacts['nameResolution']>>) => ({
  servers: [],
  domains: [],
  options: [],
  hosts: [],
  ...told,
});

describeControl(workloadExposureAsIntended, deployedWorkload, {
  around: declaredAs(),
  pass: {
    'whatever port the engine picked': {
      ...published({ hostPort: 49_153 }),
      others: declaredAs(published({ hostPort: null })),
    },
    'one of the range that the engine picks from': {
      ...published({ hostPort: 8090 }),
      others: declaredAs(published(range)),
    },
    'the same range, of one that never ran': {
      ...published(range),
      others: declaredAs(published(range)),
    },
    'a host without IPv6': { ...published(ipv4), others: declaredAs(published(ipv4, ipv6)) },
    'the address that the engine publishes on': {
      ...published({ hostAddress: '192.0.2.10' }),
      others: declaredAs(published(ipv4, ipv6), { defaultAddress: { effective: '192.0.2.10' } }),
    },
    'networks by another id': {
      others: declaredAs({ facts: { networks: named('shop_backend') } }),
    },
    'no networks of its own, on either side': {
      facts: { namespaces: { network: ofHost }, networks: named('host'), ports: [] },
      others: declaredAs({
        facts: { namespaces: { network: ofHost }, networks: [], ports: [] },
      }),
    },
    'started for one time, without its ports': {
      facts: { ports: [], labels: { 'com.docker.compose.oneoff': 'True' } },
    },
    'names as the file tells them, in another order': {
      facts: { nameResolution: names({ hosts: ['a=192.0.2.1', 'b=192.0.2.2'] }) },
      others: declaredAs({
        facts: { nameResolution: names({ hosts: ['b=192.0.2.2', 'a=192.0.2.1'] }) },
      }),
    },
    'what is left out on purpose': {
      ...published({}, { hostPort: 22 }),
      params: { ignore: ['ports'] },
    },
  },
  fail: {
    'a port more': published({}, { hostPort: 9229, containerPort: 9229 }),
    'a port less': published(),
    'another port of the host': published({ hostPort: 443 }),
    'all interfaces instead of one': published(ipv4),
    'a port before the range that is intended': {
      ...published({ hostPort: 8079 }),
      others: declaredAs(published(range)),
    },
    'a port after the range that is intended': {
      ...published({ hostPort: 8091 }),
      others: declaredAs(published(range)),
    },
    'another protocol': published({ protocol: 'udp' }),
    'another network': { facts: { networks: named('bridge') } },
    'a network more': { facts: { networks: named('shop_backend', 'bridge') } },
    'a name that leads elsewhere': {
      facts: { nameResolution: names({ hosts: ['db=198.51.100.7'] }) },
      others: declaredAs({ facts: { nameResolution: names({ hosts: ['db=192.0.2.1'] }) } }),
    },
    'a name more, where the file tells none': {
      facts: { nameResolution: names({ hosts: ['registry.example=198.51.100.7'] }) },
    },
    'another DNS server': {
      facts: { nameResolution: names({ servers: ['198.51.100.53'] }) },
      others: declaredAs({ facts: { nameResolution: names({ servers: ['192.0.2.53'] }) } }),
    },
    'a domain that short names are looked up in': {
      facts: { nameResolution: names({ domains: ['evil.example'] }) },
    },
    'an option of the resolver': {
      facts: { nameResolution: names({ options: ['use-vc'] }) },
    },
    'started for one time, with a port more': {
      facts: {
        ports: [portOf(), portOf({ hostPort: 22 })],
        labels: { 'com.docker.compose.oneoff': 'True' },
      },
    },
  },
  notApplicable: { 'no file among the targets': { others: [] } },
});
