import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { startPrivateHost, type PrivateHost } from '../../support/private-host.ts';
import { makeContainers, rowsOf, type Container } from '../harness/containers.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
import { socketOf } from '../harness/on-host.ts';
import { scan } from '../harness/scan.ts';

const run = promisify(execFile);

const writable: Expected = {
  'workload-no-sensitive-mounts': 'fail',
  'workload-no-writable-system-mounts': 'fail',
  'workload-mounts-read-only': 'fail',
};
const readable: Expected = {
  'workload-no-sensitive-mounts': 'fail',
  'workload-no-writable-system-mounts': 'pass',
  'workload-mounts-read-only': 'pass',
};
const socket: Expected = { 'workload-no-engine-socket': 'fail' };
const sensitive: Expected = { 'workload-no-sensitive-mounts': 'fail' };
const harmless: Expected = {
  'workload-no-engine-socket': 'pass',
  'workload-no-sensitive-mounts': 'pass',
};

const bind = (source: string, target = '/x', more = ''): string =>
  `--mount=type=bind,src=${source},dst=${target}${more}`;

const mounted: readonly (readonly [name: string, option: string, expect: Expected])[] = [
  ['socket-by-v', '--volume=/run/docker.sock:/run/docker.sock', socket],
  ['socket-by-v-elsewhere', '--volume=/run/docker.sock:/srv/harmless:ro', socket],
  ['socket-by-mount', bind('/run/docker.sock'), socket],
  ['socket-by-the-old-path', bind('/var/run/docker.sock', '/x', ',readonly'), socket],
  ['socket-by-its-folder', bind('/run'), { ...socket }],
  ['socket-by-its-old-folder', '--volume=/var/run:/x:ro', socket],
  ['socket-by-the-root', bind('/', '/host', ',readonly'), { ...socket, ...sensitive }],
  ['socket-by-a-link', bind('/srv/links/alias.sock'), socket],
  ['socket-by-a-linked-folder', bind('/srv/links/run'), socket],
  ['socket-by-two-links', bind('/srv/links/again/docker.sock'), socket],
  ['socket-by-a-path-with-dots', '--volume=/srv/../run/./docker.sock:/x', socket],
  ['socket-of-containerd', bind('/run/docker/containerd/containerd.sock'), socket],
  ['socket-by-a-volume', '--volume=runs:/x', socket],
  ['socket-by-a-linked-volume', '--volume=linked:/x', socket],
  ['socket-named-only', '--volume=data:/var/run/docker.sock', harmless],
  ['socket-named-volume', '--volume=docker.sock:/x', harmless],
  ['socket-in-words-alone', '--env=DOCKER_HOST=unix:///var/run/docker.sock', harmless],
  ['run-of-its-own', '--tmpfs=/run', harmless],
  [
    'data-of-its-own',
    '--volume=data:/etc',
    {
      ...harmless,
      'workload-no-writable-system-mounts': 'pass',
      'workload-mounts-read-only': 'not-applicable',
    },
  ],
  ['folder-of-its-own', bind('/srv/app'), { ...harmless, 'workload-mounts-read-only': 'fail' }],
  ['folder-that-begins-alike', bind('/srv/etcetera', '/etc/app'), harmless],
  ['folder-called-etc', bind('/srv/etc'), harmless],
  ['anonymous', '--volume=/etc', harmless],
  ['etc', bind('/etc'), writable],
  ['etc-read-only', '--volume=/etc:/x:ro', readable],
  ['etc-trailing-slash', '--volume=/etc/:/x', sensitive],
  ['passwords', bind('/etc/shadow', '/x', ',readonly'), sensitive],
  ['etc-by-a-link', bind('/srv/links/settings'), writable],
  ['etc-by-a-volume', '--volume=settings:/x', sensitive],
  ['usr-by-v', '--volume=/usr/bin:/x:ro', sensitive],
  ['kernel-parameters', '--volume=/proc/sys:/x', sensitive],
  ['sys-by-v', '--volume=/sys:/sys:ro', sensitive],
  ['devices', bind('/dev'), sensitive],
  ['data-root', bind('/var/lib/docker'), sensitive],
  ['data-root-by-its-parent', bind('/var/lib'), sensitive],
  ['time-zone-read-only', '--volume=/usr/share/zoneinfo:/usr/share/zoneinfo:ro', harmless],
  ['time-zone-writable', '--volume=/usr/share/zoneinfo:/usr/share/zoneinfo', sensitive],
  ['spreads-rshared', bind('/srv/app', '/x', ',bind-propagation=rshared'), spreads('fail')],
  ['spreads-shared', '--volume=/srv/app:/x:shared', spreads('fail')],
  ['spreads-inwards', '--volume=/srv/app:/x:rslave', spreads('pass')],
  ['spreads-not', bind('/srv/app', '/x', ',bind-propagation=private'), spreads('pass')],
  ['spreads-by-default', bind('/srv/app'), spreads('pass')],
];

function spreads(status: 'pass' | 'fail'): Expected {
  return { 'workload-no-shared-propagation': status };
}

const containers: readonly Container[] = mounted.map(([name, option, expect]) => ({
  name,
  options: ['--network=none', option],
  expect,
}));

const volume = (name: string, status: 'pass' | 'fail', more: Expected = {}): Row => ({
  kind: 'volume',
  name,
  expect: { 'volume-no-sensitive-path': status, ...more },
});

const rows: readonly Row[] = [
  ...rowsOf(containers),
  volume('runs', 'fail'),
  volume('linked', 'fail'),
  volume('settings', 'fail'),
  volume('memory', 'pass', { 'volume-options-safe': 'fail', 'volume-unused': 'fail' }),
  volume('careful', 'pass', {
    'volume-options-safe': 'pass',
    'volume-network-encrypted-options': 'not-applicable',
  }),
  volume('share-in-the-clear', 'pass', { 'volume-network-encrypted-options': 'fail' }),
  volume('share-sealed', 'pass', { 'volume-network-encrypted-options': 'pass' }),
  volume('share-sealed-in-an-old-dialect', 'pass', { 'volume-network-encrypted-options': 'fail' }),
  volume('export-in-the-clear', 'pass', { 'volume-network-encrypted-options': 'fail' }),
  volume('export-sealed', 'pass', { 'volume-network-encrypted-options': 'pass' }),
  volume('data', 'pass', { 'volume-unused': 'pass', 'volume-options-safe': 'not-applicable' }),
  volume('docker.sock', 'pass'),
  volume('etc', 'pass'),
  volume('app', 'pass'),
];

const prepare = `set -e
mount -t tmpfs tmpfs /srv
mkdir -p /srv/links /srv/app /srv/etc /srv/etcetera
ln -s /run/docker.sock /srv/links/alias.sock
ln -s /run /srv/links/run
ln -s run /srv/links/again
ln -s /etc /srv/links/settings
docker volume create runs -o type=none -o o=bind -o device=/run
docker volume create linked -o type=none -o o=bind -o device=/srv/links/run
docker volume create settings -o type=none -o o=bind,ro -o device=/etc
docker volume create app -o type=none -o o=bind -o device=/srv/app
docker volume create careful -o type=tmpfs -o device=tmpfs -o o=nosuid,nodev,size=1m
docker volume create share-in-the-clear -o type=cifs -o device=//files.example/x -o o=addr=files.example
docker volume create share-sealed -o type=cifs -o device=//files.example/x -o o=vers=3.1.1,seal
docker volume create share-sealed-in-an-old-dialect -o type=cifs -o device=//f.example/x -o o=vers=2.1,seal
docker volume create export-in-the-clear -o type=nfs -o device=:/x -o o=addr=192.0.2.1,sec=krb5
docker volume create export-sealed -o type=nfs -o device=:/x -o o=addr=192.0.2.1,sec=krb5p
docker volume create memory -o type=tmpfs -o device=tmpfs
for name in data docker.sock etc; do docker volume create $name; done
mkdir -p /run/rootfs/bin && cp /bin/busybox /run/rootfs/bin/sleep
tar -C /run/rootfs -c . | docker import - example/app:1
`;

async function scanHost(host: PrivateHost): Promise<Assessment> {
  const engine = await host.startEngine();
  try {
    await host.shell(prepare);
    const docker = async (...words: readonly string[]): Promise<string> =>
      (await run('docker', ['--host', `unix://${socketOf(host)}`, ...words])).stdout;
    await makeContainers({ docker, image: 'example/app:1', folder: '' }, containers);
    return await scan(['unix:///run/docker.sock'], { hostOf: host.pid });
  } finally {
    await engine.stop();
  }
}

/** Mounts in every syntax on a private host, where the socket and /etc are in their usual places. */
export const mounts: Family = {
  name: 'mounts',
  stages: [{ name: 'one host', rows }],
  run: async () => {
    const host = await startPrivateHost();
    try {
      return new Map([['one host', await scanHost(host)]]);
    } finally {
      await host.stop();
    }
  },
};
