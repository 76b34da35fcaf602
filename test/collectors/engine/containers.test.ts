import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import { workload } from '../../../src/core/subjects/workload/workload.ts';
import { findSource } from '../../../src/core/facts/source.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import {
  gapsOf,
  harvestEngine,
  populationOf,
  subjectOf,
  workloadOf,
} from '../../support/harvest-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

const logSeccomp = { defaultAction: 'SCMP_ACT_LOG' };

describeWithRoot('the containers of a real engine', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let harvest: Harvest;
  let secretFolder: string;

  const run = (name: string, ...options: readonly string[]): Promise<string> =>
    engine.docker('run', '--detach', '--name', name, ...options, engine.image, 'sleep', '1000');

  beforeAll(async () => {
    engine = await startEngine({ ownNetwork: true });
    secretFolder = join(engine.folder, 'really');
    await mkdir(secretFolder);
    await symlink(secretFolder, join(engine.folder, 'alias'));
    await writeFile(join(engine.folder, 'seccomp.json'), JSON.stringify(logSeccomp));
    const { docker } = engine;
    await docker(
      ...['volume', 'create', '--name', 'disguised', '--opt', 'type=none', '--opt', 'o=bind'],
      ...['--opt', `device=${engine.folder}/alias`],
    );
    await docker(
      'network',
      'create',
      'quiet',
      '--opt',
      'com.docker.network.bridge.enable_icc=false',
    );

    await run('privileged', '--privileged');
    await run(
      'hardened',
      ...['--read-only', '--cap-drop=ALL', '--cap-add=NET_BIND_SERVICE', '--user=1000:1000'],
      ...[
        '--security-opt=no-new-privileges:true',
        '--memory=32m',
        '--memory-swap=64m',
        '--cpus=0.5',
      ],
      ...['--pids-limit=50', '--ulimit=nofile=64:128', '--restart=on-failure:3', '--network=quiet'],
      '--stop-timeout=45',
      ...[
        '--health-cmd=true',
        '--health-interval=7s',
        '--log-driver=local',
        '--log-opt=max-size=1m',
      ],
    );
    await run('hosted', '--network=host', '--pid=host', '--ipc=host', '--uts=host');
    await run('joined', '--network=container:hosted', '--pid=container:hosted');
    await run('twice-joined', '--pid=container:joined');
    await run('named-user', '--user=app');
    await run(
      'loose',
      ...['--security-opt=seccomp=unconfined', '--security-opt=systempaths=unconfined'],
    );
    await run('logged', `--security-opt=seccomp=${engine.folder}/seccomp.json`);
    await run(
      'mounted',
      ...[
        '--volume=plain:/plain',
        '--volume=disguised:/disguised',
        `--volume=${engine.folder}/alias:/alias:ro,private`,
      ],
      ...['--tmpfs=/tmp:ro', '--mount=type=tmpfs,dst=/other'],
    );
    await run(
      'published',
      ...[
        '--publish=8080:80',
        '--publish=127.0.0.1:5353:53/udp',
        '--device=/dev/null:/dev/zilch:r',
      ],
    );
    await run(
      'composed',
      ...['--label=com.docker.compose.project=shop', '--label=com.docker.compose.service=web'],
    );
    await run(
      'vanilla-nil',
      '--label=com.docker.swarm.service.id=forged',
      '--label=com.docker.swarm.service.name=forged',
    );
    await docker('exec', 'composed', 'touch', '/srv/new');
    await docker('exec', '--detach', 'composed', 'cat', '/dev/zero');
    await run('frozen');
    await docker('pause', 'frozen');
    await run('stopped', '--publish=9090:90');
    await docker('stop', '--time=0', 'stopped');
    await docker('create', '--name=created', '--publish=90', engine.image, 'true');
    harvest = await harvestEngine(`unix://${engine.socket}`);
  });
  afterAll(() => engine?.stop());

  it('are all there, as on this machine, and nothing was left unread', () => {
    expect(populationOf(harvest)).toEqual({
      engine: [1, 1, 0],
      workload: [15, 15, 0],
      image: [1, 1, 0],
      network: [4, 4, 0],
      volume: [2, 2, 0],
      swarm: [0, 0, 0],
      'swarm-node': [0, 0, 0],
      secret: [0, 0, 0],
    });
    expect(harvest.gaps).toEqual([]);
    expect(
      harvest.subjects.flatMap((each) => gapsOf(each).map(({ path }) => `${each.name} ${path}`)),
    ).toEqual([]);
    expect(harvest.target).toMatchObject({
      id: `unix://${engine.socket}`,
      kind: 'engine',
      machine: 'local',
    });
  });

  it('privileged: has everything', () => {
    expect(workloadOf(harvest, 'privileged')).toMatchObject({
      privileged: true,
      capabilities: { added: [], dropped: [] },
      security: {
        seccomp: { mode: 'unconfined', allowsAll: true },
        noNewPrivileges: false,
        systemPathsUnconfined: true,
      },
    });
    // The engine's own machine may lack one.
    const { capabilities, kernel } = workload.schema.parse(workloadOf(harvest, 'privileged'));
    expect(capabilities.effective).toEqual(
      expect.arrayContaining(kernel?.capabilities ?? ['none']),
    );
  });

  it('hardened: has what was asked for, and the kernel agrees', () => {
    expect(workloadOf(harvest, 'hardened')).toMatchObject({
      state: 'running',
      user: { configured: '1000:1000', name: null, uid: 1000, gid: 1000 },
      privileged: false,
      readOnlyRootFilesystem: true,
      capabilities: {
        added: ['NET_BIND_SERVICE'],
        dropped: ['ALL'],
        effective: ['NET_BIND_SERVICE'],
      },
      security: {
        seccomp: { mode: 'default' },
        noNewPrivileges: true,
        systemPathsUnconfined: false,
      },
      kernel: { uid: 1000, gid: 1000, capabilities: [], noNewPrivileges: true, seccomp: 2 },
      resources: {
        memoryBytes: 32 << 20,
        memorySwapBytes: 64 << 20,
        cpus: 0.5,
        pidsLimit: 50,
        ulimits: [{ name: 'nofile', soft: 64, hard: 128 }],
      },
      restart: { policy: 'on-failure', maximumRetries: 3 },
      stopTimeoutSeconds: 45,
      healthCheck: { state: 'set', test: ['CMD-SHELL', 'true'], intervalSeconds: 7 },
      logging: { driver: 'local', options: { 'max-size': '1m' } },
      networks: [{ name: 'quiet' }],
      processes: [{ uid: 1000, program: 'sleep' }],
    });
  });

  it('on the host’s namespaces, and joined to one that is', () => {
    const host = { mode: 'host', chain: [], resolved: 'host' };
    expect(workloadOf(harvest, 'hosted')).toMatchObject({
      namespaces: { network: host, pid: host, ipc: host, uts: host },
      ports: [],
    });
    const { id } = subjectOf(harvest, 'workload', 'hosted');
    const joined = { mode: 'container', chain: [id], resolved: 'host' };
    expect(workloadOf(harvest, 'joined')).toMatchObject({
      namespaces: {
        network: joined,
        pid: joined,
        ipc: { mode: 'private', chain: [], resolved: 'private' },
      },
    });
    const between = subjectOf(harvest, 'workload', 'joined').id;
    expect(workloadOf(harvest, 'twice-joined')).toMatchObject({
      namespaces: { pid: { chain: [between, id], resolved: 'host' } },
    });
  });

  it('with a user by name: the number is the kernel’s', () => {
    expect(workloadOf(harvest, 'named-user')).toMatchObject({
      user: { configured: 'app', name: 'app', uid: 1000 },
    });
  });

  it('without restraints, or with a profile that only logs', () => {
    expect(workloadOf(harvest, 'loose')).toMatchObject({
      security: { seccomp: { mode: 'unconfined' }, systemPathsUnconfined: true },
      kernel: { seccomp: 0 },
    });
    expect(workloadOf(harvest, 'logged')).toMatchObject({
      security: { seccomp: { mode: 'custom', allowsAll: true } },
    });
  });

  it('mounts: links are followed, also behind a volume', () => {
    const folder = engine.folder;
    expect(workloadOf(harvest, 'mounted')['mounts']).toEqual([
      {
        type: 'bind',
        source: `${folder}/alias`,
        hostPath: secretFolder,
        target: '/alias',
        readOnly: true,
        propagation: 'private',
      },
      {
        type: 'volume',
        source: 'disguised',
        hostPath: secretFolder,
        target: '/disguised',
        readOnly: false,
        propagation: '',
      },
      {
        type: 'tmpfs',
        source: '',
        hostPath: null,
        target: '/other',
        readOnly: false,
        propagation: '',
        sizeBytes: 0,
      },
      {
        type: 'volume',
        source: 'plain',
        hostPath: null,
        target: '/plain',
        readOnly: false,
        propagation: '',
      },
      {
        type: 'tmpfs',
        source: '',
        hostPath: null,
        target: '/tmp',
        readOnly: true,
        propagation: '',
        sizeBytes: 0,
      },
    ]);
    const { id } = subjectOf(harvest, 'workload', 'mounted');
    expect(subjectOf(harvest, 'volume', 'disguised').facts).toMatchObject({
      mountOptions: 'bind',
      fileSystem: 'none',
      device: `${folder}/alias`,
      hostPath: secretFolder,
      usedBy: [id],
    });
    expect(subjectOf(harvest, 'volume', 'plain').facts).toMatchObject({
      hostPath: null,
      usedBy: [id],
    });
  });

  it('ports: what listens while it runs, what is asked for when it does not', () => {
    expect(workloadOf(harvest, 'published')).toMatchObject({
      ports: [
        { hostAddress: '127.0.0.1', hostPort: 5353, containerPort: 53, protocol: 'udp' },
        { hostAddress: '0.0.0.0', hostPort: 8080, containerPort: 80, protocol: 'tcp' },
        { hostAddress: '::', hostPort: 8080, containerPort: 80, protocol: 'tcp' },
      ],
      devices: [{ hostPath: '/dev/null', containerPath: '/dev/zilch', permissions: 'r' }],
    });
    expect(workloadOf(harvest, 'stopped')['ports']).toMatchObject([
      { hostAddress: '0.0.0.0', hostPort: 9090 },
      { hostAddress: '::', hostPort: 9090 },
    ]);
    expect(workloadOf(harvest, 'created')['ports']).toMatchObject([
      { hostAddress: '0.0.0.0', hostPort: null, containerPort: 90 },
      { hostAddress: '::', hostPort: null, containerPort: 90 },
    ]);
  });

  it('states: what runs has processes and changes, what is frozen too, what does not run has none', () => {
    expect(workloadOf(harvest, 'composed')).toMatchObject({
      compose: { project: 'shop', service: 'web' },
      processes: [{ program: 'sleep' }, { program: 'cat' }],
      changes: [
        { path: '/srv', change: 'modified' },
        { path: '/srv/new', change: 'added' },
      ],
    });
    expect(workloadOf(harvest, 'frozen')).toMatchObject({ state: 'paused', kernel: { uid: 0 } });
    for (const [name, state] of [
      ['stopped', 'exited'],
      ['created', 'created'],
    ] as const) {
      const facts = workloadOf(harvest, name);
      expect(facts).toMatchObject({ state });
      expect([name, 'kernel' in facts, 'processes' in facts, 'changes' in facts]).toEqual([
        name,
        false,
        false,
        false,
      ]);
    }
  });

  it('labels of a Swarm make no service where there is no Swarm', () => {
    expect(workloadOf(harvest, 'vanilla-nil')).toMatchObject({ service: null, compose: null });
  });

  it('the image knows who uses it, and the networks who is on them', () => {
    const [image] = harvest.subjects.filter(({ kind }) => kind === 'image');
    expect(image?.facts['usedBy']).toHaveLength(15);
    expect(image).toMatchObject({ name: engine.image, facts: { committed: false } });
    expect(subjectOf(harvest, 'network', 'bridge').facts).toMatchObject({
      defaultBridge: true,
      interContainerTraffic: true,
    });
    expect(subjectOf(harvest, 'network', 'quiet').facts).toMatchObject({
      defaultBridge: false,
      interContainerTraffic: false,
      containers: [subjectOf(harvest, 'workload', 'hardened').id],
    });
  });

  it('facts name their sources, exactly where one raw field makes one fact', () => {
    const subject = subjectOf(harvest, 'workload', 'hardened');
    const sourceOf = (path: string) =>
      findSource(subject.sources ?? {}, path, subject.id) ??
      findSource(harvest.origins['engine/workload'] ?? {}, path, subject.id);
    const endpoint = `/containers/${subject.id}/json`;
    expect(sourceOf('/resources/memoryBytes')).toEqual({
      kind: 'api',
      endpoint,
      pointer: '/HostConfig/Memory',
    });
    expect(sourceOf('/namespaces/pid/resolved')).toEqual({
      kind: 'api',
      endpoint,
      pointer: '/HostConfig/PidMode',
    });
    expect(sourceOf('/kernel/noNewPrivileges')).toMatchObject({
      kind: 'file',
      path: expect.stringMatching(/^\/proc\/\d+\/status$/) as string,
    });
    expect(sourceOf('/changes')).toMatchObject({ endpoint: `/containers/${subject.id}/changes` });
  });
});
