import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { makeContainers, rowsOf, type Container } from '../harness/containers.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
import { scan } from '../harness/scan.ts';

const network = (name: string, expect: Expected): Row => ({ kind: 'network', name, expect });

const environment = '--label=io.rancher.environment.uuid';

/** Containers by tier and tenant, each on a network of that name. */
const containers: readonly Container[] = [
  {
    name: 'store',
    options: `--network=data --label=tier=data ${environment}=a`,
    expect: { 'workload-tenant-labelled': 'pass', 'workload-no-default-bridge': 'pass' },
  },
  { name: 'guarded-store', options: '--network=inside --label=tier=data', expect: {} },
  { name: 'page', options: '--network=front --label=tier=web', expect: {} },
  {
    name: 'as-root-of-the-host',
    options: '--network=none --privileged',
    expect: { 'workload-privileged-apart': ['fail', 'No label'] },
  },
  { name: 'logic', options: '--network=front --label=tier=app', expect: {} },
  { name: 'page-too-near', options: '--network=mixed --label=tier=web', expect: {} },
  { name: 'store-too-near', options: '--network=mixed --label=tier=data', expect: {} },
];

const together: readonly Row[] = [
  ...rowsOf(containers),
  network('bridge', {
    'network-inter-container-traffic': 'fail',
    'network-unused': 'not-applicable',
    'network-overlay-encrypted': 'not-applicable',
    'network-not-attachable': 'not-applicable',
  }),
  network('host', {
    'network-inter-container-traffic': 'not-applicable',
    'network-no-host-access': 'not-applicable',
  }),
  network('data', {
    'network-internal-for-data': 'fail',
    'network-unused': 'pass',
    'network-tenants-separate': 'pass',
  }),
  network('inside', { 'network-internal-for-data': 'pass' }),
  network('front', {
    'network-internal-for-data': 'not-applicable',
    'network-tiers-separate': 'pass',
    'network-no-host-access': 'pass',
    'network-inter-container-traffic': 'not-applicable',
  }),
  network('mixed', { 'network-tiers-separate': ['fail', 'data–web'] }),
  network('left-over', { 'network-unused': 'fail', 'network-tiers-separate': 'not-applicable' }),
  {
    kind: 'engine',
    expect: { 'engine-default-address': 'fail', 'engine-tenants-separate-hosts': 'pass' },
  },
];

const two: readonly Container[] = ['a', 'b'].map((tenant) => ({
  name: `of-${tenant}`,
  options: `--network=shared ${environment}=${tenant}`,
  expect: {},
}));

const apart: readonly Row[] = [
  network('bridge', { 'network-inter-container-traffic': 'pass' }),
  network('shared', {
    'network-inter-container-traffic': 'not-applicable',
    'network-tenants-separate': 'fail',
  }),
  { kind: 'engine', expect: { 'engine-default-address': 'pass' } },
];

const alone: readonly Container[] = [
  {
    name: 'alone-on-its-host',
    options: '--network=none --privileged',
    expect: { 'workload-privileged-apart': 'pass' },
  },
];

const besideOthers: readonly Container[] = [
  {
    name: 'beside-others',
    options: '--network=none --privileged',
    expect: { 'workload-privileged-apart': ['fail', 'beside it: 1'] },
  },
  {
    name: 'another',
    state: 'running',
    options: '--network=none',
    expect: { 'workload-privileged-apart': 'not-applicable' },
  },
];

const setAside = ['--label=dedicated=privileged'] as const;

async function withEngine(
  flags: readonly string[],
  daemonJson: Readonly<Record<string, unknown>>,
  setUp: (engine: TestEngine) => Promise<void>,
) {
  const engine = await startEngine({ ownNetwork: true, flags, daemonJson });
  try {
    await setUp(engine);
    return await scan([`unix://${engine.socket}`]);
  } finally {
    await engine.stop();
  }
}

async function makeTiers(engine: TestEngine): Promise<void> {
  for (const name of ['data', 'front', 'mixed', 'left-over']) {
    await engine.docker('network', 'create', name);
  }
  await engine.docker('network', 'create', '--internal', 'inside');
  await makeContainers(engine, containers);
}

async function makeTenants(engine: TestEngine): Promise<void> {
  await engine.docker('network', 'create', 'shared');
  await makeContainers(engine, two);
}

/** Networks by tier and tenant, the default bridge by flag and by file, and hosts that are set aside. */
export const networks: Family = {
  name: 'networks',
  stages: [
    { name: 'by default', rows: together },
    { name: 'kept apart by flags', rows: apart },
    { name: 'kept apart by daemon.json', rows: apart },
    { name: 'a host set aside', rows: rowsOf(alone) },
    { name: 'a host set aside that others are on', rows: rowsOf(besideOthers) },
  ],
  run: async () =>
    new Map([
      ['by default', await withEngine(['--label=icc=false'], {}, makeTiers)],
      ['kept apart by flags', await withEngine(['--icc=0', '--ip=127.0.0.1'], {}, makeTenants)],
      [
        'kept apart by daemon.json',
        await withEngine([], { icc: false, ip: '127.0.0.1' }, makeTenants),
      ],
      ['a host set aside', await withEngine(setAside, {}, (at) => makeContainers(at, alone))],
      [
        'a host set aside that others are on',
        await withEngine(setAside, {}, (at) => makeContainers(at, besideOthers)),
      ],
    ]),
};
