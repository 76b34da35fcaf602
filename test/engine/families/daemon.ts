import type { Expected, Family, Row } from '../harness/family.ts';
import { onPrivateHost, type HostStage } from '../harness/on-host.ts';

const engine = (expect: Expected): readonly Row[] => [{ kind: 'engine', expect }];

const write = (settings: object): string =>
  `cat > /etc/docker/daemon.json <<'END'\n${JSON.stringify(settings)}\nEND`;

const hardened = {
  'live-restore': true,
  'no-new-privileges': true,
  'userland-proxy': false,
  'log-driver': 'syslog',
  'log-opts': { 'syslog-address': 'udp://192.0.2.1:514' },
  'default-ulimits': { nofile: { Name: 'nofile', Soft: 1024, Hard: 2048 } },
} as const;

/** An authorization plugin, as Docker speaks to one. */
const authorizer = `
const { createServer } = require("node:http");
createServer((request, response) => {
  const answer = request.url === "/Plugin.Activate" ? { Implements: ["authz"] } : { Allow: true };
  request.resume().on("end", () => response.end(JSON.stringify(answer)));
}).listen("/run/docker/plugins/guard.sock");`;

/** The flags of a private host switch the bridge and the packet filter off; these say otherwise. */
const withFilter = ['--iptables=true'];

const stages: readonly HostStage[] = [
  {
    name: 'nothing said',
    start: withFilter,
    rows: engine({
      'engine-configuration-in-force': 'pass',
      'engine-live-restore': 'fail',
      'engine-no-new-privileges': 'fail',
      'engine-userland-proxy-off': 'fail',
      'engine-central-logging': ['fail', 'json-file'],
      'engine-default-log-rotation': 'fail',
      'engine-default-runtime': 'pass',
      'engine-debug-off': 'pass',
      'engine-default-address': 'not-applicable',
      'engine-container-sprawl': 'pass',
      'engine-image-sprawl': 'pass',
      'engine-content-trust': 'fail',
      'engine-tenants-separate-hosts': 'not-applicable',
      'engine-backup': 'manual',
      'engine-default-ulimits': 'fail',
      'engine-log-level': 'pass',
      'engine-no-experimental': 'pass',
      'engine-packet-filter': 'pass',
      'engine-no-insecure-registries': 'pass',
      'engine-default-cgroup': 'pass',
      'engine-seccomp-default': 'pass',
      'engine-storage-driver': 'pass',
      'engine-user-namespaces': 'fail',
      'engine-rootless': 'fail',
      'engine-authorization-plugin': 'fail',
      'engine-swarm-unneeded': 'pass',
      'engine-stopped-containers': 'pass',
      'engine-tcp-mutual-tls': 'not-applicable',
      'engine-version-supported': 'fail',
    }),
  },
  {
    name: 'daemon.json written, engine not restarted',
    before: write(hardened),
    rows: engine({
      'engine-configuration-in-force': ['fail', 'live-restore'],
      'engine-live-restore': 'fail',
      'engine-no-new-privileges': 'fail',
      // The API tells neither, and what the file was like at the start nobody knows any more.
      'engine-userland-proxy-off': 'unknown',
      'engine-central-logging': 'fail',
      'engine-default-ulimits': 'unknown',
    }),
  },
  {
    name: 'daemon.json written, engine restarted',
    start: [],
    rows: engine({
      'engine-configuration-in-force': 'pass',
      'engine-live-restore': 'pass',
      'engine-no-new-privileges': 'pass',
      'engine-userland-proxy-off': 'pass',
      'engine-central-logging': 'pass',
      'engine-default-ulimits': 'pass',
      'engine-packet-filter': 'fail',
    }),
  },
  {
    name: 'daemon.json taken away, engine not restarted',
    before: 'rm /etc/docker/daemon.json',
    rows: engine({
      'engine-live-restore': 'pass',
      'engine-no-new-privileges': 'pass',
      'engine-userland-proxy-off': 'unknown',
      // The options tell where syslog goes, and they are not known any more.
      'engine-central-logging': 'unknown',
      'engine-default-ulimits': 'unknown',
    }),
  },
  {
    name: 'reloaded by a signal',
    before: `${write({ 'live-restore': false, debug: true })}
      kill -HUP $(cat /run/docker.pid); sleep 1`,
    rows: engine({
      'engine-live-restore': 'fail',
      'engine-log-level': ['fail', 'Debugging'],
      'engine-no-new-privileges': 'pass',
    }),
  },
  {
    name: 'flags, switched on in several spellings',
    before: 'rm /etc/docker/daemon.json',
    start: [
      ...[
        '--live-restore',
        '--no-new-privileges=true',
        '--userland-proxy=false',
        '--log-level=warn',
      ],
      ...[
        '--log-driver',
        'syslog',
        '--log-opt=syslog-address=udp://192.0.2.1:514',
        '--default-ulimit',
        'nofile=1024:2048',
      ],
      ...['--insecure-registry=registry.example:5000', '--cgroup-parent=/elsewhere'],
    ],
    rows: engine({
      'engine-configuration-in-force': 'pass',
      'engine-live-restore': 'pass',
      'engine-no-new-privileges': 'pass',
      'engine-userland-proxy-off': 'pass',
      'engine-central-logging': 'pass',
      'engine-default-ulimits': 'pass',
      'engine-default-log-rotation': 'not-applicable',
      'engine-log-level': ['fail', 'warn'],
      'engine-no-insecure-registries': ['fail', 'registry.example:5000'],
      'engine-default-cgroup': ['fail', '/elsewhere'],
    }),
  },
  {
    name: 'flags that name settings and switch them off',
    start: [
      ...['--live-restore=false', '--no-new-privileges=0', '--userland-proxy=true', '--debug'],
      ...[
        '--experimental',
        '--log-driver=local',
        '--default-ulimit=nofile=-1:-1',
        '--add-runtime=strange=/usr/bin/runc',
      ],
      ...['--label=live-restore=true', '--label=userns-remap=default'],
      ...['--insecure-registry=10.0.0.0/8', '--registry-mirror=http://mirror.example'],
    ],
    rows: engine({
      'engine-configuration-in-force': 'pass',
      'engine-live-restore': 'fail',
      'engine-no-new-privileges': 'fail',
      'engine-userland-proxy-off': 'fail',
      'engine-log-level': 'fail',
      'engine-debug-off': 'fail',
      'engine-default-log-rotation': 'pass',
      'engine-default-runtime': ['fail', 'strange'],
      'engine-no-experimental': 'fail',
      'engine-central-logging': ['fail', 'local'],
      'engine-default-ulimits': 'fail',
      'engine-user-namespaces': 'fail',
      'engine-no-insecure-registries': ['fail', '10.0.0.0/8'],
    }),
  },
  {
    name: 'daemon.json that names settings and switches them off',
    before: write({
      ...{ 'live-restore': false, 'no-new-privileges': false, 'userland-proxy': true },
      ...{ experimental: true, 'log-level': 'debug', 'seccomp-profile': 'unconfined' },
      ...{
        'log-opts': { 'max-size': '10m' },
        'insecure-registries': ['127.0.0.0/8', 'localhost:5000'],
      },
    }).concat('\necho export DOCKER_CONTENT_TRUST=1 > /etc/profile.d/trust.sh'),
    start: [],
    rows: engine({
      'engine-configuration-in-force': 'pass',
      'engine-live-restore': 'fail',
      'engine-no-new-privileges': 'fail',
      'engine-userland-proxy-off': 'fail',
      'engine-no-experimental': 'fail',
      'engine-log-level': ['fail', 'debug'],
      'engine-default-log-rotation': 'pass',
      'engine-content-trust': 'pass',
      'engine-seccomp-default': ['fail', 'no filter'],
      'engine-no-insecure-registries': 'pass',
    }),
  },
  {
    name: 'an authorization plugin that lets everything pass',
    before: `rm /etc/docker/daemon.json; mkdir -p /run/docker/plugins
      ${process.execPath} -e '${authorizer}' </dev/null >/dev/null 2>&1 &
      until [ -S /run/docker/plugins/guard.sock ]; do sleep 0.1; done`,
    start: ['--authorization-plugin=guard'],
    rows: engine({
      'engine-authorization-plugin': 'pass',
      'engine-configuration-in-force': 'pass',
    }),
  },
  {
    name: 'a seccomp profile of its own that lets everything through',
    before: `printf '{"defaultAction": "SCMP_ACT_ALLOW"}' > /etc/docker/open.json`,
    start: ['--seccomp-profile=/etc/docker/open.json'],
    after: `mkdir -p /run/rootfs/bin && cp /bin/busybox /run/rootfs/bin/sleep
      tar -C /run/rootfs -c . | docker import - example/app:1
      docker run -d --name by-default --network none example/app:1 sleep 1000
      docker create --name by-default-made --network none example/app:1 sleep 1000
      docker create --name builtin --security-opt seccomp=builtin --network none example/app:1 sleep 1`,
    rows: [
      ...engine({ 'engine-seccomp-default': ['unknown', '/etc/docker/open.json'] }),
      ...Object.entries({ 'by-default': 'fail', 'by-default-made': 'fail', builtin: 'pass' }).map(
        ([name, status]) => ({
          kind: 'workload',
          name,
          expect: { 'workload-seccomp': status as 'pass' | 'fail' },
        }),
      ),
    ],
  },
  {
    name: 'users remapped',
    before: `grep -q ^dockremap: /etc/passwd || echo 'dockremap:x:990:990::/:/bin/false' >> /etc/passwd
      grep -q ^dockremap: /etc/group || echo 'dockremap:x:990:' >> /etc/group
      echo dockremap:200000:65536 | tee /etc/subuid > /etc/subgid`,
    start: ['--userns-remap=dockremap'],
    after: `mkdir -p /run/rootfs/bin && cp /bin/busybox /run/rootfs/bin/sleep
      tar -C /run/rootfs -c . | docker import - example/app:1
      docker run -d --name mapped --network none example/app:1 sleep 1000
      docker run -d --name unmapped --network none --userns host example/app:1 sleep 1000
      for n in 1 2 3 4 5 6 7 8 9 10 11; do docker create --network none example/app:1 sleep 1; done`,
    rows: [
      ...engine({
        'engine-user-namespaces': 'pass',
        'engine-stopped-containers': ['fail', '11 of 13'],
      }),
      {
        kind: 'workload',
        name: 'mapped',
        expect: {
          'workload-no-host-user-namespace': 'pass',
          // Of the devices that the engine mounts for it none was asked for.
          'workload-configuration-in-force': 'pass',
          // The kernel counts as the host does, and there it is user 200000.
          'workload-non-root-user': 'pass',
          'workload-user-namespace-mapped': 'pass',
        },
      },
      {
        kind: 'workload',
        name: 'unmapped',
        expect: {
          'workload-no-host-user-namespace': 'fail',
          'workload-non-root-user': 'fail',
          'workload-user-namespace-mapped': 'fail',
        },
      },
    ],
  },
];

/** Flags and daemon.json, on one private host whose engine is started again and again. */
export const daemon: Family = {
  name: 'daemon-settings',
  stages,
  run: () => onPrivateHost(stages),
};
