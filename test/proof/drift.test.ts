import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseAssessment, type Assessment, type Finding } from '../../src/index.ts';
import { runCli } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';

const run = promisify(execFile);

/** A project that uses most of what a file can say, and leaves much to its image and to the engine. */
const file = `services:
  web:
    image: app:1
    command: [sleep, '100000']
    scale: 2
    ports: ['80', '127.0.0.1::9000/udp']
    volumes: [./html:/srv/html:ro, data:/data, /anonymous]
    tmpfs: ['/run:size=1m']
    secrets: [token]
    networks: [front, back]
    environment: {A: '1', DB_PASSWORD: 'canary-4711-x'}
    labels: {com.example.team: shop}
    mem_limit: 64m
    cap_drop: [ALL]
    cap_add: [NET_BIND_SERVICE]
    restart: unless-stopped
    runtime: runc
    sysctls: {net.core.somaxconn: 1024}
    extra_hosts: ['host.docker.internal:host-gateway', 'six=::1', 'db:192.0.2.7']
    dns: [192.0.2.53]
    dns_search: shop.example
    dns_opt: [use-vc]
    logging: {driver: json-file, options: {max-file: '3'}}
    ulimits: {nofile: 100}
    healthcheck: {test: [CMD, 'true'], interval: 1m}
  plain: {image: app:1}
  driver:
    image: app:1
    entrypoint: [sleep]
    command: ['100000']
    privileged: true
    pid: host
    network_mode: none
    devices: ['/dev/null:/dev/nothing:r']
  beside:
    image: app:1
    network_mode: service:plain
    pid: service:plain
    user: '1000'
    group_add: ['100']
    security_opt: ['no-new-privileges:false']
    read_only: true
    shm_size: 16m
    ipc: private
    cpus: 0.5
    pids_limit: 50
    deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}
  many:
    image: app:1
    user: '1000'
    group_add: ['100']
    read_only: true
    cap_drop: [ALL]
    pids_limit: 50
    cpus: 0.5
    ulimits: {nproc: 100}
    sysctls: [net.core.somaxconn=1024]
    extra_hosts: {db: 192.0.2.7}
    dns: 192.0.2.53
    shm_size: 16m
    restart: 'no'
    logging: {driver: json-file, options: {max-file: '3'}}
    healthcheck: {test: [CMD, 'true'], interval: 1m}
    labels: {com.example.team: shop}
    networks: [front]
    command: ['100000']
    volumes: ['data:/data:ro']
    stop_grace_period: 0s
  off: {image: app:1, profiles: [debug]}
networks:
  front: {driver_opts: {com.docker.network.bridge.enable_icc: 'false'}}
  back: {internal: true}
volumes:
  data: {labels: {com.example.backup: daily}}
secrets:
  token: {file: ./token}
`;

/** What somebody changed by hand, one thing of each service. */
const changes = `services:
  web: {ports: ['22']}
  plain: {image: app:2}
  driver: {cap_add: [SYS_TIME]}
  beside: {volumes: ['/etc:/host-etc:ro'], mem_limit: 32m, environment: {DEBUG: '1'}}
  many:
    user: root
    group_add: !override ['200']
    read_only: false
    cap_drop: !override [CHOWN]
    security_opt: [seccomp=unconfined]
    ipc: host
    uts: host
    pids_limit: 60
    cpus: 1
    ulimits: {nproc: 200}
    sysctls: {net.core.somaxconn: 4096}
    extra_hosts: !override {db: 198.51.100.7}
    dns: !override [198.51.100.53]
    shm_size: 24m
    restart: always
    logging: {options: {max-file: '5'}}
    healthcheck: {interval: 2m}
    labels: {com.example.team: billing}
    networks: !override [back]
    command: ['100001']
    volumes: !override ['data:/data']
`;

const image = (base: string, version: string): string =>
  `FROM ${base}\nLABEL version=${version}\nUSER app\nENV FROM_IMAGE=1\nVOLUME /own\nHEALTHCHECK CMD ["true"]\nENTRYPOINT ["sleep"]\nCMD ["100000"]\n`;

let engine: TestEngine;
let folder = '';
let clean: Assessment;
let drifted: Assessment;

const compose = (...words: readonly string[]) =>
  run('docker-compose', ['--project-name=shop', ...words], {
    cwd: folder,
    env: { ...process.env, DOCKER_HOST: `unix://${engine.socket}` },
  });

async function scan(): Promise<Assessment> {
  const words = ['compose.yaml', `unix://${engine.socket}`, '--project-name=shop'];
  const snapshot = join(folder, 'snapshot.json');
  await runCli(['collect', ...words, '-o', snapshot], { cwd: folder });
  // What was collected is judged later, without the file and without the engine.
  await runCli(['assess', snapshot, '-o', `${snapshot}.out`], { cwd: '/' });
  return parseAssessment(JSON.parse(await readFile(`${snapshot}.out`, 'utf8')));
}

const drift = ({ findings }: Assessment): readonly Finding[] =>
  findings.filter(({ controlId }) => controlId.endsWith('-as-intended'));

/** What is not as intended, in short. */
const told = (assessment: Assessment): readonly string[] =>
  drift(assessment)
    .filter(({ status }) => status !== 'pass' && status !== 'not-applicable')
    .map(({ controlId, status, subject, message }) =>
      [status, controlId, subject.name, message.en].join(' | '),
    )
    .toSorted();

describeWithRoot(
  'what runs, against its Compose file',
  ['dockerd', 'docker', 'docker-compose', 'busybox'],
  () => {
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'plimsoll-drift-'));
      await mkdir(join(folder, 'html'));
      await writeFile(join(folder, 'token'), 'x');
      await writeFile(join(folder, 'compose.yaml'), file);
      await writeFile(join(folder, 'changes.yaml'), changes);
      engine = await startEngine({
        ownNetwork: true,
        // What the engine gives to everybody is no drift.
        daemonJson: {
          'default-ulimits': { core: { Name: 'core', Soft: 0, Hard: 0 } },
          'default-shm-size': '32M',
          'default-ipc-mode': 'shareable',
          'log-driver': 'json-file',
          'log-opts': { 'max-size': '1m' },
          'no-new-privileges': true,
        },
      });
      const { docker } = engine;
      for (const version of ['1', '2']) {
        const context = join(folder, `image-${version}`);
        await mkdir(context);
        await writeFile(join(context, 'Dockerfile'), image(engine.image, version));
        process.env['DOCKER_BUILDKIT'] = '0';
        await docker('build', '--network=none', '--tag', `app:${version}`, context);
      }
      await compose('--file=compose.yaml', 'up', '--detach');
      clean = await scan();
      // It ends with the one whose processes it is among, and to stop what has just ended is an error.
      await compose('--file=compose.yaml', 'stop', '--timeout=1', 'beside');
      await compose('--file=compose.yaml', '--file=changes.yaml', 'up', '--detach');
      const labels = (service: string): readonly string[] => [
        '--label=com.docker.compose.project=shop',
        `--label=com.docker.compose.service=${service}`,
      ];
      // A stranger that says it is the database of nobody, and one that looks like the service in all but its rights.
      await docker('create', '--name=stranger', ...labels('db'), 'app:1');
      await docker('create', '--name=impostor', ...labels('driver'), 'app:2');
      const ofProject = (kind: string, name: string): readonly string[] => [
        '--label=com.docker.compose.project=shop',
        `--label=com.docker.compose.${kind}=${name}`,
      ];
      await docker('network', 'create', ...ofProject('network', 'back'), 'open');
      await docker(
        ...['volume', 'create', ...ofProject('volume', 'data')],
        ...['--opt=type=none', '--opt=o=bind', '--opt=device=/etc', 'etc'],
      );
      drifted = await scan();
    }, 180_000);
    afterAll(async () => {
      await engine?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('finds nothing where Compose made it, with an engine that has ideas of its own', () => {
      expect(told(clean)).toEqual([]);
      const passed = drift(clean).filter(({ status }) => status === 'pass');
      expect(passed.map(({ controlId }) => controlId)).toContain('network-as-intended');
      expect(passed.length).toBeGreaterThan(30);
    });

    it('names each fact that was changed, and nothing else', () => {
      const said = told(drifted).map((line) => line.replaceAll(/\*:\d+/g, '*:*'));
      expect(said).toEqual([
        'fail | network-as-intended | open | internal: off, intended: on',
        'fail | volume-as-intended | etc | file system: none, intended: nothing; device: /etc, intended: nothing; mount options: bind, intended: nothing',
        'fail | workload-deployed-as-intended | impostor | Copies: 2, intended: 1',
        'fail | workload-deployed-as-intended | stranger | The file of the project shop has no service db',
        'fail | workload-exposure-as-intended | shop-many-1 | networks: shop_back not intended, shop_front missing; DNS servers: 198.51.100.53 not intended, 192.0.2.53 missing; hosts by name: db=198.51.100.7 not intended, db=192.0.2.7 missing',
        'fail | workload-exposure-as-intended | shop-web-1 | ports published: *:* → 22/tcp not intended',
        'fail | workload-exposure-as-intended | shop-web-2 | ports published: *:* → 22/tcp not intended',
        'fail | workload-image-as-intended | impostor | image: app:2, intended: app:1',
        'fail | workload-image-as-intended | shop-plain-1 | image: app:2, intended: app:1',
        'fail | workload-limits-as-intended | shop-beside-1 | memory: 32 MiB, intended: unlimited',
        'fail | workload-limits-as-intended | shop-many-1 | processors: 1, intended: 0.5; processes at most: 60, intended: 50; ulimits: nproc=200:200 not intended, nproc=100:100 missing; /dev/shm: 24 MiB, intended: 16 MiB; restart policy: always, intended: no',
        'fail | workload-mounts-as-intended | shop-beside-1 | mounts: /etc → /host-etc (ro) not intended',
        'fail | workload-mounts-as-intended | shop-many-1 | mounts: shop_data → /data (rw) not intended, shop_data → /data (ro) missing',
        'fail | workload-privileges-as-intended | impostor | privileged: off, intended: on; devices: /dev/null:/dev/nothing:r missing; process namespace: private, intended: host; network namespace: private, intended: none',
        'fail | workload-privileges-as-intended | shop-driver-1 | capabilities added: SYS_TIME not intended',
        'fail | workload-privileges-as-intended | shop-many-1 | capabilities dropped: CHOWN not intended, ALL missing; user: root, intended: 1000; further groups: 200 not intended, 100 missing; seccomp: unconfined, intended: default; read-only root: off, intended: on; parameters of the kernel: net.core.somaxconn=4096 not intended, net.core.somaxconn=1024 missing; IPC namespace: host, intended: private; host name namespace: host, intended: private',
        'fail | workload-settings-as-intended | shop-beside-1 | environment variables: DEBUG not intended',
        'fail | workload-settings-as-intended | shop-many-1 | command: sleep 100001, intended: … 100000; health check: every 120 s, intended: every 60 s; log options: max-file=5 not intended, max-file=3 missing; labels: com.example.team of another value not intended',
      ]);
    });

    it('shows what runs and what is intended, each with its own source', () => {
      const found = drift(drifted).find(
        ({ controlId, subject }) =>
          controlId === 'workload-privileges-as-intended' && subject.name === 'shop-driver-1',
      );
      const sources = found?.observations.flatMap(({ path, source, subject }) =>
        path === '/capabilities/added' ? [[subject?.name, source]] : [],
      );
      const line = file.slice(0, file.indexOf('  driver:')).split('\n').length;
      expect(sources).toEqual([
        [
          undefined,
          {
            kind: 'api',
            endpoint: `/containers/${found?.subject.id}/json`,
            pointer: '/HostConfig/CapAdd',
          },
        ],
        // The file says nothing of it, and so the service is where it would be said.
        ['driver', { kind: 'file', path: 'compose.yaml', line, column: 3, unset: true }],
      ]);
    });

    it('lets what a label claims change no verdict but that on its own container', () => {
      const ofGenuine = (assessment: Assessment): readonly string[] =>
        drift(assessment)
          .filter(({ subject }) => /^(?:shop-driver-1|driver)$/.test(subject.name))
          .map(({ controlId, subject, status }) => `${subject.name} ${controlId} ${status}`)
          .toSorted();
      const expected = ofGenuine(clean).map((line) =>
        // This one was changed by hand.
        line.replace(/^(shop-driver-1 workload-privileges-as-intended) pass$/, '$1 fail'),
      );
      expect(ofGenuine(drifted)).toEqual(expected.toSorted());
    });
  },
);
