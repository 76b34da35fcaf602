import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment } from '../../../src/core/assessment.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import type { Expected, Family, Row, Stage } from '../harness/family.ts';
import { inParallel } from '../harness/in-parallel.ts';
import { scan } from '../harness/scan.ts';

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
    },
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
      'workload-ports-bound-to-interface': 'pass',
    },
  ],
  ['reserved-alone', '--reserve-memory=16m', { 'workload-memory-limit': 'fail' }],
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
  [
    'everywhere',
    '--mode=global --constraint=node.role==worker',
    { 'swarm-services-replicated': 'pass' },
  ],
  [
    'single',
    '--replicas=1 --constraint=node.role==worker',
    { 'swarm-services-replicated': 'fail' },
  ],
  [
    'job',
    '--mode=replicated-job --replicas=1 --constraint=node.role==worker',
    { 'swarm-services-replicated': ['not-applicable', 'job'] },
  ],
];

const one = (kind: string, expect: Expected, name?: string): Row => ({
  kind,
  expect,
  ...(name === undefined ? {} : { name }),
});

const network = (name: string, status: 'pass' | 'fail' | 'not-applicable'): Row =>
  one('network', { 'network-overlay-encrypted': status }, name);

const stages: readonly Stage[] = [
  {
    name: 'by default',
    rows: [
      one('swarm', {
        'swarm-autolock': 'fail',
        'swarm-node-certificate-lifetime': 'pass',
        'swarm-root-certificate-lifetime': 'pass',
        'swarm-manager-count': 'pass',
        'swarm-root-certificate-rotated': 'pass',
        'swarm-root-key-strength': 'pass',
        'swarm-control-port-tls': 'pass',
        'swarm-unlock-key-rotated': 'not-applicable',
        'swarm-join-token-rotated': 'manual',
      }),
      one('swarm-node', {
        'swarm-node-managers-only-manage': 'not-applicable',
        'swarm-nodes-ready': 'pass',
        'swarm-nodes-same-engine': 'not-applicable',
        'swarm-node-labelled': 'not-applicable',
      }),
      one('engine', {
        'swarm-control-port-bound': ['fail', '2377'],
        'swarm-planes-separated': 'fail',
        'engine-swarm-unneeded': ['fail', 'active'],
        'engine-live-restore': 'not-applicable',
        'engine-rootless': 'not-applicable',
        'engine-tcp-mutual-tls': 'pass',
      }),
      ...services.map(([name, , expect]) => one('workload', expect, name)),
      network('sealed', 'pass'),
      network('plain', 'fail'),
      network('encrypted', 'fail'),
      network('labelled', 'fail'),
      network('ingress', 'fail'),
      network('bridge', 'not-applicable'),
      one('network', { 'network-not-attachable': 'pass', 'network-unused': 'fail' }, 'plain'),
      one('network', { 'network-not-attachable': 'fail' }, 'attachable'),
      one('network', { 'network-unused': 'pass' }, 'docker_gwbridge'),
      one(
        'secret',
        {
          'secret-rotated': 'pass',
          'secret-used': 'pass',
          'secret-store-driver': 'pass',
          'secret-configs-not-secret': 'not-applicable',
        },
        'password',
      ),
      one(
        'secret',
        {
          'secret-rotated': 'not-applicable',
          'secret-used': 'fail',
          'secret-configs-not-secret': 'pass',
        },
        'site',
      ),
      one('secret', { 'secret-configs-not-secret': ['fail', 'secret-name'] }, 'leaky'),
    ],
  },
  {
    name: 'locked, certificates of half a year',
    rows: [
      one('swarm', { 'swarm-autolock': 'pass', 'swarm-node-certificate-lifetime': 'fail' }),
      one('swarm-node', { 'swarm-node-managers-only-manage': 'not-applicable' }),
    ],
  },
  {
    name: 'no Swarm',
    rows: [one('engine', { 'engine-swarm-unneeded': 'pass' })],
  },
];

async function fill({ docker, image, folder }: TestEngine): Promise<void> {
  await docker('swarm', 'init', '--advertise-addr=127.0.0.1');
  const overlay = ['network', 'create', '--driver=overlay'];
  await docker(...overlay, '--opt=encrypted', 'sealed');
  for (const name of ['plain', 'encrypted']) await docker(...overlay, name);
  await docker(...overlay, '--label=encrypted=true', 'labelled');
  await writeFile(join(folder, 'content'), 'content');
  await docker('secret', 'create', 'password', join(folder, 'content'));
  await docker('config', 'create', 'site', join(folder, 'content'));
  await docker(...overlay, '--attachable', 'attachable');
  await writeFile(join(folder, 'leaky'), 'db_password: Tr0ub4dor-and-3-horses\n');
  await docker('config', 'create', 'leaky', join(folder, 'leaky'));
  await inParallel(services, 4, async ([name, options]) => {
    const words = options.split(' ').filter((word) => word !== '');
    const create = ['service', 'create', '--detach', '--no-resolve-image'];
    const copies = /--(?:mode|replicas)=/.test(options) ? [] : ['--replicas=0'];
    await docker(...create, `--name=${name}`, ...copies, ...words, image, 'sleep', '1000');
  });
}

/** One Swarm that is as it comes, with services and networks; then another one; then none. */
export const swarm: Family = {
  name: 'swarm',
  stages,
  run: async () => {
    const engine = await startEngine({ ownNetwork: true });
    const scans = new Map<string, Assessment>();
    const look = async (stage: Stage | undefined): Promise<void> => {
      scans.set(stage?.name ?? '', await scan([`unix://${engine.socket}`]));
    };
    try {
      await fill(engine);
      await look(stages[0]);
      await engine.docker('swarm', 'update', '--autolock', '--cert-expiry=4380h');
      await look(stages[1]);
      await engine.docker('swarm', 'leave', '--force');
      await look(stages[2]);
      return scans;
    } finally {
      await engine.stop();
    }
  },
};
