import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
import { scan } from '../harness/scan.ts';

const network = (name: string, expect: Expected): Row => ({ kind: 'network', name, expect });
const volume = (name: string, expect: Expected): Row => ({ kind: 'volume', name, expect });

const rows: readonly Row[] = [
  network('of-both', {
    'network-tenants-separate': ['fail', 'bank, shop'],
    'network-unused': 'pass',
  }),
  network('of-one', { 'network-tenants-separate': 'pass' }),
  network('of-one-and-nobody', { 'network-tenants-separate': 'fail' }),
  network('of-stopped', { 'network-tenants-separate': 'fail', 'network-unused': 'pass' }),
  network('left-over', {
    'network-tenants-separate': 'not-applicable',
    'network-unused': 'fail',
    'network-tiers-separate': 'not-applicable',
  }),
  network('bridge', { 'network-unused': 'not-applicable', 'network-no-host-access': 'pass' }),
  network('none', { 'network-no-host-access': 'not-applicable' }),
  network('front', {
    'network-tiers-separate': 'pass',
    'network-internal-for-data': 'not-applicable',
  }),
  network('flat', {
    'network-tiers-separate': ['fail', 'data–web'],
    'network-internal-for-data': 'fail',
  }),
  network('back', { 'network-tiers-separate': 'pass', 'network-internal-for-data': 'pass' }),
  volume('of-both', { 'volume-tenants-separate': ['fail', 'bank, shop'], 'volume-unused': 'pass' }),
  volume('of-one', { 'volume-tenants-separate': 'pass' }),
  volume('left-over', { 'volume-unused': 'fail', 'volume-options-safe': 'not-applicable' }),
  volume('nfs', {
    'volume-network-encrypted-options': 'fail',
    'volume-options-safe': ['fail', 'nosuid'],
  }),
  volume('nfs-sealed', {
    'volume-network-encrypted-options': 'pass',
    'volume-options-safe': 'pass',
  }),
  volume('memory', {
    'volume-network-encrypted-options': 'not-applicable',
    'volume-options-safe': 'pass',
    'volume-encrypted': 'not-applicable',
  }),
  volume('bound', { 'volume-options-safe': 'not-applicable', 'volume-encrypted': 'manual' }),
];

const networks: Readonly<Record<string, readonly string[]>> = {
  'of-both': [],
  'of-one': [],
  'of-one-and-nobody': [],
  'of-stopped': [],
  'left-over': [],
  front: [],
  flat: [],
  back: ['--internal'],
};

const volumes: Readonly<Record<string, readonly string[]>> = {
  'of-both': [],
  'of-one': [],
  'left-over': [],
  nfs: ['--opt=type=nfs4', '--opt=device=:/x', '--opt=o=addr=192.0.2.5'],
  'nfs-sealed': [
    ...['--opt=type=nfs4', '--opt=device=:/x'],
    '--opt=o=addr=192.0.2.5,sec=krb5p,nosuid,nodev',
  ],
  memory: ['--opt=type=tmpfs', '--opt=device=tmpfs', '--opt=o=size=1m,nosuid,nodev'],
  bound: ['--opt=type=none', '--opt=device=/srv', '--opt=o=bind'],
};

async function setUp({ docker, image }: TestEngine): Promise<void> {
  for (const [name, options] of Object.entries(networks)) {
    await docker('network', 'create', ...options, name);
  }
  for (const [name, options] of Object.entries(volumes)) {
    await docker('volume', 'create', ...options, name);
  }
  const run = (...words: readonly string[]): Promise<string> =>
    docker('run', '--detach', ...words, image, 'sleep', '1000');
  const of = (tenant: string): string => `--label=io.rancher.project.name=${tenant}`;
  const tier = (name: string): string => `--label=tier=${name}`;
  await run(of('shop'), '--network=of-both', '--volume=of-both:/x');
  await run(of('bank'), '--network=of-both', '--volume=of-both:/x');
  await run(of('shop'), '--network=of-one', '--volume=of-one:/x');
  await run(of('shop'), '--network=of-one', '--volume=of-one:/x');
  await run(of('shop'), '--network=of-one-and-nobody');
  await run('--network=of-one-and-nobody');
  await docker('create', of('shop'), '--network=of-stopped', image, 'true');
  await docker('create', of('bank'), '--network=of-stopped', image, 'true');
  await run(tier('web'), '--network=front');
  await run(tier('app'), '--network=front');
  await run(tier('web'), '--network=flat');
  await run(tier('data'), '--network=flat');
  await run(tier('app'), '--network=back');
  await run(tier('data'), '--network=back');
}

/** Networks and volumes that tenants and tiers share or do not, on one engine. */
export const sharing: Family = {
  name: 'sharing',
  stages: [{ name: 'one engine', rows }],
  run: async () => {
    const engine = await startEngine({ ownNetwork: true });
    try {
      await setUp(engine);
      return new Map([['one engine', await scan([`unix://${engine.socket}`])]]);
    } finally {
      await engine.stop();
    }
  },
};
