import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import type { Expected, Family, Row, Stage } from '../harness/family.ts';
import { inParallel } from '../harness/in-parallel.ts';
import { scan } from '../harness/scan.ts';

const run = promisify(execFile);

/** A service with the options of `docker service create`, and what is expected of it. */
const services: readonly (readonly [name: string, options: string, expect: Expected])[] = [
  [
    'bare',
    '',
    {
      'workload-memory-limit': 'fail',
      'workload-cpu-limit': 'fail',
      'workload-pids-limit': 'fail',
      'workload-read-only-root': 'fail',
      'workload-non-root-user': 'fail',
      'workload-no-new-privileges': 'fail',
      'workload-health-check': 'fail',
      'workload-seccomp': 'pass',
      'workload-not-privileged': 'pass',
      'workload-capabilities': 'pass',
      'workload-no-host-network': 'pass',
      'workload-restart-bounded': 'not-applicable',
      'workload-no-secrets-in-environment': 'pass',
      'workload-uses-secret-store': 'not-applicable',
    },
  ],
  ['single', '--replicas=1', { 'swarm-services-replicated': 'fail' }],
  ['several', '--replicas=2', { 'swarm-services-replicated': 'pass' }],
  [
    'placed',
    '--container-label=io.rancher.environment.uuid=a --constraint=node.labels.tenant==a',
    { 'workload-placed-by-tenant': 'pass' },
  ],
  [
    'placed-anywhere',
    '--container-label=io.rancher.environment.uuid=a --constraint=node.role==manager',
    { 'workload-placed-by-tenant': 'fail' },
  ],
  [
    'hardened',
    '--limit-memory=32m --limit-cpu=0.25 --limit-pids=20 --read-only --user=1000 --cap-drop=ALL --health-cmd=true --network=sealed',
    {
      'workload-memory-limit': 'pass',
      'workload-cpu-limit': 'pass',
      'workload-pids-limit': 'pass',
      'workload-read-only-root': 'pass',
      'workload-non-root-user': 'pass',
      'workload-capabilities': 'pass',
      'workload-health-check': 'pass',
      'workload-no-default-bridge': 'pass',
      'workload-ports-bound-to-interface': 'not-applicable',
    },
  ],
  [
    'reserved-alone',
    '--reserve-memory=16m',
    { 'workload-memory-limit': 'fail', 'workload-no-default-bridge': 'fail' },
  ],
  ['root-by-number', '--user=0:0', { 'workload-non-root-user': 'fail' }],
  ['root-by-zeros', '--user=000', { 'workload-non-root-user': 'fail' }],
  ['by-name', '--user=app', { 'workload-non-root-user': 'unknown' }],
  ['capable', '--cap-add=cap_sys_admin', { 'workload-capabilities': ['fail', 'SYS_ADMIN'] }],
  ['hosted', '--network=host', { 'workload-no-host-network': 'fail' }],
  ['published', '--publish=8080:80', { 'workload-ports-bound-to-interface': ['fail', '8080'] }],
  ['published-low', '--publish=443:8443', { 'workload-no-privileged-ports': ['fail', '443'] }],
  [
    'mounts-etc',
    '--mount=type=bind,src=/etc,dst=/x,readonly',
    { 'workload-no-sensitive-mounts': 'fail' },
  ],
  [
    'mounts-run',
    '--mount=type=bind,src=/run,dst=/x,readonly',
    { 'workload-no-engine-socket': 'fail' },
  ],
  [
    'mounts-a-volume',
    '--mount=type=volume,src=data,dst=/etc',
    { 'workload-no-sensitive-mounts': 'pass', 'workload-no-engine-socket': 'pass' },
  ],
  ['healthy-not', '--no-healthcheck', { 'workload-health-check': ['fail', 'switched off'] }],
  [
    'tells-a-password',
    '--env=DB_PASSWORD=Tr0ub4dor-and-3-horses',
    {
      'workload-no-secrets-in-environment': ['fail', 'DB_PASSWORD'],
      'workload-uses-secret-store': ['fail', 'DB_PASSWORD'],
    },
  ],
  [
    'keeps-a-password',
    '--secret=password --env=DB_PASSWORD_FILE=/run/secrets/password',
    { 'workload-no-secrets-in-environment': 'pass', 'workload-uses-secret-store': 'pass' },
  ],
];

const one = (kind: string, expect: Expected, name?: string): Row => ({
  kind,
  expect,
  ...(name === undefined ? {} : { name }),
});

const network = (
  name: string,
  status: 'pass' | 'fail' | 'not-applicable',
  more: Expected = {},
): Row => one('network', { 'network-overlay-encrypted': status, ...more }, name);

const stages: readonly Stage[] = [
  {
    name: 'by default',
    rows: [
      one('swarm', {
        'swarm-autolock': 'fail',
        'swarm-node-certificate-lifetime': 'pass',
        'swarm-root-certificate-lifetime': 'pass',
        'swarm-root-certificate-rotated': 'pass',
        'swarm-root-key-strength': 'pass',
        'swarm-control-port-tls': 'pass',
        'swarm-manager-count': 'fail',
      }),
      one('swarm-node', {
        'swarm-node-managers-only-manage': 'not-applicable',
        'swarm-node-labelled': 'fail',
        'swarm-nodes-ready': 'pass',
        'swarm-node-address-private': 'pass',
        'swarm-nodes-same-engine': 'not-applicable',
      }),
      one('engine', {
        'engine-swarm-unneeded': ['fail', 'active'],
        'engine-live-restore': 'not-applicable',
        'engine-rootless': 'not-applicable',
        'engine-tcp-mutual-tls': 'not-applicable',
        'swarm-control-port-bound': 'fail',
        'swarm-planes-separated': 'fail',
      }),
      ...services.map(([name, , expect]) => one('workload', expect, name)),
      network('sealed', 'pass'),
      network('plain', 'fail', { 'network-not-attachable': 'pass' }),
      network('encrypted', 'fail'),
      // The driver looks at no value.
      network('encrypted-false', 'pass'),
      network('labelled', 'fail'),
      network('ingress', 'fail'),
      network('bridge', 'not-applicable'),
      network('attachable', 'fail', { 'network-not-attachable': 'fail' }),
      one(
        'secret',
        { 'secret-rotated': 'pass', 'secret-store-driver': 'pass', 'secret-used': 'pass' },
        'password',
      ),
      one('secret', { 'secret-used': 'fail' }, 'forgotten'),
      one(
        'secret',
        { 'secret-rotated': 'not-applicable', 'secret-configs-not-secret': 'pass' },
        'site',
      ),
      one('secret', { 'secret-configs-not-secret': 'fail' }, 'site-with-a-password'),
    ],
  },
  {
    name: 'the same, held to other policies',
    rows: [
      one('secret', { 'secret-store-driver': 'fail', 'secret-rotated': 'fail' }, 'password'),
      one('engine', { 'engine-version-supported': 'pass', 'engine-storage-driver': 'fail' }),
      one('network', { 'network-no-host-access': 'fail' }, 'bridge'),
      one('swarm', {
        'swarm-root-key-strength': 'fail',
        'swarm-root-certificate-lifetime': 'fail',
      }),
    ],
  },
  {
    name: 'locked, certificates of half a year',
    rows: [
      one('swarm', { 'swarm-autolock': 'pass', 'swarm-node-certificate-lifetime': 'fail' }),
      one('swarm-node', { 'swarm-node-labelled': 'pass' }),
    ],
  },
  {
    name: 'an old root',
    rows: [
      one('swarm', {
        'swarm-root-certificate-rotated': 'fail',
      }),
    ],
  },
  {
    name: 'no Swarm',
    rows: [
      one('engine', {
        'engine-swarm-unneeded': 'pass',
        'swarm-control-port-bound': 'not-applicable',
        'swarm-planes-separated': 'not-applicable',
      }),
    ],
  },
  {
    name: 'a Swarm on addresses of its own',
    rows: [one('engine', { 'swarm-control-port-bound': 'pass', 'swarm-planes-separated': 'pass' })],
  },
  {
    name: 'a Swarm at a public address',
    rows: [one('swarm-node', { 'swarm-node-address-private': ['fail', '8.8.8.8'] })],
  },
];

async function fill({ docker, image, folder }: TestEngine): Promise<void> {
  await docker('swarm', 'init', '--advertise-addr=127.0.0.1');
  const overlay = ['network', 'create', '--driver=overlay'];
  await docker(...overlay, '--opt=encrypted', 'sealed');
  await docker(...overlay, '--opt=encrypted=false', 'encrypted-false');
  for (const name of ['plain', 'encrypted']) await docker(...overlay, name);
  await docker(...overlay, '--label=encrypted=true', 'labelled');
  await docker(...overlay, '--attachable', 'attachable');
  await writeFile(join(folder, 'content'), 'content');
  await docker('secret', 'create', 'password', join(folder, 'content'));
  await docker('secret', 'create', 'forgotten', join(folder, 'content'));
  await docker('config', 'create', 'site', join(folder, 'content'));
  await writeFile(join(folder, 'password'), 'db_password = Tr0ub4dor-and-3-horses\n');
  await docker('config', 'create', 'site-with-a-password', join(folder, 'password'));
  await inParallel(services, 4, async ([name, options]) => {
    const words = options.split(' ').filter((word) => word !== '');
    const create = ['service', 'create', '--detach', '--no-resolve-image'];
    // None of them has to run.
    const copies = options.includes('--replicas') ? [] : ['--replicas=0'];
    await docker(...create, ...copies, `--name=${name}`, ...words, image, 'sleep', '1000');
  });
}

/** Rotates to an authority that began years ago; Swarm takes none that ends within a year. */
async function giveOldRoot({ docker, folder }: TestEngine): Promise<void> {
  const [certificate, key] = [join(folder, 'root.pem'), join(folder, 'root-key.pem')];
  const day = 86_400_000;
  const instant = (days: number): string =>
    new Date(Date.now() + days * day).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  await run('openssl', [
    ...['req', '-x509', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    ...['-keyout', key, '-out', certificate, '-subj', '/CN=an old authority'],
    ...['-not_before', instant(-2000), '-not_after', instant(400)],
  ]);
  await docker('swarm', 'ca', '--rotate', `--ca-cert=${certificate}`, `--ca-key=${key}`, '--quiet');
}

const policies = `import { builtin, extendCatalog } from 'plimsoll';
const why = { reason: 'test', by: 'test' };
export default { catalog: extendCatalog(builtin, { tailor: {
  'secret-store-driver': { params: { drivers: ['vault'] }, ...why },
  'secret-rotated': { params: { maxDays: 0.000001 }, ...why },
  'swarm-root-key-strength': { params: { curveBits: 384 }, ...why },
  'engine-version-supported': { params: { minimum: '20.10.0' }, ...why },
  'engine-storage-driver': { params: { refused: ['overlay2'] }, ...why },
  'network-no-host-access': { params: { allowed: ['overlay'] }, ...why },
  'swarm-root-certificate-lifetime': { params: { minDays: 36_500 }, ...why },
} }) };
`;

/** One Swarm that is as it comes, with services and networks; then another one; then none. */
export const swarm: Family = {
  name: 'swarm',
  stages,
  run: async () => {
    const engine = await startEngine({ ownNetwork: true });
    const scans = new Map<string, Assessment>();
    const look = async (stage: string, ...options: readonly string[]): Promise<void> => {
      const words = [`unix://${engine.socket}`, ...options];
      scans.set(stage, await scan(words, { networkOf: engine.pid }));
    };
    const { docker, folder } = engine;
    try {
      await fill(engine);
      await look('by default');
      await writeFile(join(folder, 'plimsoll.config.ts'), policies);
      await look(
        'the same, held to other policies',
        ...['--config', join(folder, 'plimsoll.config.ts')],
      );
      await docker('swarm', 'update', '--autolock', '--cert-expiry=4380h');
      await docker('node', 'update', '--label-add=tenant=a', await docker('node', 'ls', '--quiet'));
      await look('locked, certificates of half a year');
      await giveOldRoot(engine);
      await look('an old root');
      await docker('swarm', 'leave', '--force');
      await look('no Swarm');
      const addresses = ['--listen-addr=127.0.0.1:2377', '--data-path-addr=127.0.0.2'];
      await docker('swarm', 'init', '--advertise-addr=127.0.0.1', ...addresses);
      await look('a Swarm on addresses of its own');
      await docker('swarm', 'leave', '--force');
      // In a network of its own, from which nothing leads to the machine that has this address.
      const add = ['busybox', 'ip', 'address', 'add', '8.8.8.8/32', 'dev', 'lo'];
      await run('nsenter', [`--net=/proc/${engine.pid}/ns/net`, '--', ...add]);
      await docker('swarm', 'init', '--advertise-addr=8.8.8.8');
      await look('a Swarm at a public address');
      return scans;
    } finally {
      await engine.stop();
    }
  },
};
