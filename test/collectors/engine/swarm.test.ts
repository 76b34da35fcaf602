import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import {
  harvestEngine,
  populationOf,
  subjectOf,
  workloadOf,
} from '../../support/harvest-engine.ts';
import { interceptEngine } from '../../support/intercept-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

describeWithRoot('a real Swarm', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let harvest: Harvest;

  beforeAll(async () => {
    engine = await startEngine({ ownNetwork: true });
    const { docker, image, folder } = engine;
    await docker(
      ...['swarm', 'init', '--advertise-addr=127.0.0.1', '--autolock', '--cert-expiry=48h'],
      ...['--listen-addr=127.0.0.1:2399', '--data-path-addr=lo'],
    );
    await writeFile(join(folder, 'content'), 'content');
    await docker('secret', 'create', '--label=team=web', 'tls-key', join(folder, 'content'));
    await docker('config', 'create', 'site', join(folder, 'content'));
    await docker(
      ...[
        'service',
        'create',
        '--detach',
        '--name=web',
        '--network=host',
        '--user=1000',
        '--read-only',
      ],
      ...[
        '--secret=tls-key',
        '--config=site',
        '--limit-memory=32m',
        '--limit-cpu=0.25',
        '--limit-pids=20',
      ],
      ...[
        '--reserve-memory=16m',
        '--cap-drop=ALL',
        '--cap-add=CAP_NET_BIND_SERVICE',
        '--constraint=node.role==manager',
      ],
      ...[
        '--restart-condition=on-failure',
        '--restart-max-attempts=4',
        '--stop-grace-period=1m30s',
        '--label=tier=front',
        '--container-label=tier=inner',
      ],
      ...[
        '--mount=type=bind,src=/etc,dst=/host-etc,readonly',
        '--mount=type=volume,src=data,dst=/data',
      ],
      ...[
        '--ulimit=nofile=10:20',
        '--workdir=/etc',
        '--env=A=b',
        '--health-cmd=true',
        '--no-resolve-image',
        image,
        'sleep',
        '1000',
      ],
    );
    await docker(
      ...[
        'service',
        'create',
        '--detach',
        '--name=everywhere',
        '--mode=global',
        '--publish=8080:80',
      ],
      ...['--host=db:192.0.2.7', '--host=six:2001:db8::7', '--sysctl=net.core.somaxconn=1024'],
      ...['--dns=192.0.2.53', '--dns-search=shop.example', '--dns-option=use-vc'],
      ...['--no-resolve-image', image, 'sleep', '1000'],
    );
    for (const [name, publish] of [
      ['plain', []],
      ['on-its-node', ['--publish=mode=host,published=8081,target=80']],
    ] as const) {
      await docker(
        ...['service', 'create', '--detach', `--name=${name}`, ...publish],
        ...['--no-resolve-image', image, 'sleep', '1000'],
      );
    }
    await docker(
      ...['run', '-d', '--name=forger', '--network=none'],
      ...[
        '--label=com.docker.swarm.service.id=forged',
        '--label=com.docker.swarm.service.name=web',
      ],
      ...[image, 'sleep', '1000'],
    );
    for (let tries = 0; tries < 100; tries += 1) {
      const running = await docker('ps', '--quiet', '--filter=label=com.docker.swarm.task');
      if (running.split('\n').length >= 4) break;
      await sleep(200);
    }
    harvest = await harvestEngine(`unix://${engine.socket}`);
  });
  afterAll(async () => {
    await engine?.docker('swarm', 'leave', '--force').catch(() => '');
    await engine?.stop();
  });

  it('is read with its nodes, secrets and configurations', () => {
    expect(populationOf(harvest)).toMatchObject({
      workload: [9, 9, 0],
      swarm: [1, 1, 0],
      'swarm-node': [1, 1, 0],
      secret: [2, 2, 0],
    });
    expect(harvest.gaps).toEqual([]);
    expect(subjectOf(harvest, 'swarm', 'default').facts).toMatchObject({
      autoLock: true,
      nodeCertificateSeconds: 48 * 3600,
      externalAuthorities: 0,
      rootRotationInProgress: false,
      rootCertificateExpiresAt: expect.stringMatching(/^20\d\d-.*Z$/) as string,
      rootCertificate: {
        subject: 'CN=swarm-ca',
        notBefore: expect.stringMatching(/^20\d\d-.*Z$/) as string,
        keyType: 'ec',
        keyBits: 256,
        signatureHash: 'SHA-256',
        selfSigned: true,
      },
      dataPathPort: 4789,
      managers: 1,
      reachableManagers: 1,
      nodes: 1,
    });
    const [node] = harvest.subjects.filter(({ kind }) => kind === 'swarm-node');
    expect(node?.facts).toMatchObject({
      role: 'manager',
      availability: 'active',
      state: 'ready',
      leader: true,
    });
    const engineSubject = harvest.subjects.find(({ kind }) => kind === 'engine');
    expect(engineSubject?.facts['swarm']).toMatchObject({
      state: 'active',
      manager: true,
      nodeId: node?.id,
      nodeAddress: '127.0.0.1',
      listeners: [{ address: '127.0.0.1', port: 2399 }],
      dataPathAddress: '127.0.0.1',
    });
  });

  it('never gives away its keys', async () => {
    const text = JSON.stringify(harvest);
    const token = await engine.docker('swarm', 'join-token', '--quiet', 'worker');
    const key = await engine.docker('swarm', 'unlock-key', '--quiet');
    expect(text).not.toContain(token);
    expect(text).not.toContain(key);
  });

  it('a secret and a configuration know who is given them, and nothing of what is in them', () => {
    const { id } = subjectOf(harvest, 'workload', 'web');
    expect(subjectOf(harvest, 'secret', 'tls-key').facts).toMatchObject({
      store: 'secret',
      usedBy: [id],
      labels: { team: 'web' },
    });
    expect(subjectOf(harvest, 'secret', 'site').facts).toMatchObject({
      store: 'config',
      usedBy: [id],
      secretRules: [],
    });
    expect(subjectOf(harvest, 'secret', 'tls-key').facts).not.toHaveProperty('secretRules');
    expect(JSON.stringify(harvest)).not.toContain(Buffer.from('content').toString('base64'));
  });

  it('a network knows the services and the containers that are on it', () => {
    const forger = subjectOf(harvest, 'workload', 'forger').id;
    const tasks = harvest.subjects.filter(
      ({ kind, name }) => kind === 'workload' && name.startsWith('everywhere.'),
    );
    const ingress = subjectOf(harvest, 'network', 'ingress').facts['usedBy'];
    expect(ingress).toEqual(tasks.map(({ id }) => id));
    expect(subjectOf(harvest, 'network', 'none').facts['usedBy']).toEqual([forger]);
    const onBridge = harvest.subjects.filter(({ name }) => /^(?:plain|on-its-node)\./.test(name));
    expect(onBridge).toHaveLength(2);
    expect(subjectOf(harvest, 'network', 'bridge').facts['usedBy']).toEqual(
      onBridge.map(({ id }) => id).toSorted(),
    );
    const onHost = harvest.subjects.filter(({ name }) => name.startsWith('web.1.'));
    expect(subjectOf(harvest, 'network', 'host').facts['usedBy']).toEqual([onHost[0]?.id]);
  });

  it('a service is a workload that is declared', () => {
    expect(workloadOf(harvest, 'web')).toMatchObject({
      origin: 'swarm-service',
      state: 'declared',
      image: {
        reference: engine.image,
        id: null,
        registry: 'plimsoll.test',
        tag: '1',
        digest: null,
      },
      user: { uid: 1000 },
      workingDirectory: '/etc',
      readOnlyRootFilesystem: true,
      capabilities: { effective: ['NET_BIND_SERVICE'] },
      namespaces: { network: { mode: 'host', resolved: 'host' }, pid: { resolved: 'private' } },
      mounts: [
        { type: 'volume', source: 'data', hostPath: null, target: '/data' },
        { type: 'bind', source: '/etc', hostPath: '/etc', target: '/host-etc', readOnly: true },
      ],
      resources: {
        memoryBytes: 32 << 20,
        memoryReservationBytes: 16 << 20,
        cpus: 0.25,
        pidsLimit: 20,
        ulimits: [{ name: 'nofile', soft: 10, hard: 20 }],
      },
      restart: { policy: 'on-failure', maximumRetries: 4 },
      stopTimeoutSeconds: 90,
      healthCheck: { state: 'set' },
      logging: { driver: 'json-file' },
      labels: { tier: 'inner' },
      environment: [{ name: 'A' }],
      placement: ['node.role==manager'],
      replicas: 1,
      security: { seccomp: { mode: 'default' }, noNewPrivileges: false },
    });
    expect(workloadOf(harvest, 'everywhere')).toMatchObject({
      replicas: null,
      user: { configured: '', uid: 0 },
      ports: [
        { hostAddress: '0.0.0.0', hostPort: 8080, containerPort: 80, protocol: 'tcp' },
        { hostAddress: '::', hostPort: 8080 },
      ],
      restart: { policy: 'always', maximumRetries: 0 },
      stopTimeoutSeconds: null,
      namespaces: { network: { resolved: 'private' } },
    });
  });

  it('a service has its names and parameters of the kernel, and its containers have the same', () => {
    const told = {
      nameResolution: {
        servers: ['192.0.2.53'],
        domains: ['shop.example'],
        options: ['use-vc'],
        hosts: ['db=192.0.2.7', 'six=2001:db8::7'],
      },
      sysctls: { 'net.core.somaxconn': '1024' },
    };
    const container = harvest.subjects.find(({ name }) => name.startsWith('everywhere.'));
    expect(workloadOf(harvest, 'everywhere')).toMatchObject(told);
    expect(container?.facts).toMatchObject(told);
    expect(workloadOf(harvest, 'plain')).not.toHaveProperty('nameResolution');
    expect(workloadOf(harvest, 'plain')).not.toHaveProperty('sysctls');
  });

  it.each([
    ['plain', 'bridge'],
    ['on-its-node', 'bridge'],
    ['everywhere', 'ingress'],
  ])('the service %s, which names no network, is on that of its tasks, %s', (service, network) => {
    expect(workloadOf(harvest, service)['networks']).toEqual([{ name: network, id: '' }]);
    const task = harvest.subjects.find(({ name }) => name.startsWith(`${service}.`));
    expect(task?.facts['networks']).toMatchObject([{ name: network }]);
  });

  it('its containers know their service by its tasks, and labels alone make none', () => {
    const { id } = subjectOf(harvest, 'workload', 'web');
    const container = harvest.subjects.find(
      ({ kind, name }) => kind === 'workload' && name.startsWith('web.1.'),
    );
    expect(container?.facts).toMatchObject({ origin: 'container', service: { id, name: 'web' } });
    expect(container?.sources?.['/service']).toMatchObject({ endpoint: '/tasks' });
    expect(workloadOf(harvest, 'forger')['service']).toBeNull();
  });

  it('of several nodes: what each of them decides is a gap', async () => {
    const between = await interceptEngine(engine.socket, join(engine.folder, 'many.sock'));
    const info = JSON.parse(await engine.docker('info', '--format', '{{json .}}')) as {
      Swarm: object;
    };
    between.decide((path) =>
      path === '/info'
        ? { status: 200, body: { ...info, Swarm: { ...info.Swarm, Nodes: 3 } } }
        : undefined,
    );
    const many = await harvestEngine(between.target);
    await between.stop();
    expect(subjectOf(many, 'workload', 'everywhere').gaps.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '/user',
        '/command',
        '/healthCheck',
        '/namespaces/user',
        '/logging/driver',
        '/security/seccomp',
      ]),
    );
    expect(subjectOf(many, 'workload', 'web').gaps.map(({ path }) => path)).toContain(
      '/mounts/1/hostPath',
    );
    expect(workloadOf(many, 'web')).toMatchObject({
      user: { uid: 1000 },
      security: { noNewPrivileges: false },
    });
  });

  it('asked of a worker, is a gap: a manager must be asked', async () => {
    const between = await interceptEngine(engine.socket, join(engine.folder, 'worker.sock'));
    const info = JSON.parse(await engine.docker('info', '--format', '{{json .}}')) as {
      Swarm: object;
    };
    between.decide((path) =>
      path === '/info'
        ? { status: 200, body: { ...info, Swarm: { ...info.Swarm, ControlAvailable: false } } }
        : undefined,
    );
    const worker = await harvestEngine(between.target);
    await between.stop();
    expect(worker.gaps.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'swarm unsupported',
      'swarm-node unsupported',
      'secret unsupported',
    ]);
    expect(populationOf(worker)['workload']).toEqual([5, 5, 0]);
    const container = worker.subjects.find(({ name }) => name.startsWith('web.1.'));
    expect(container?.facts['service']).toMatchObject({ name: 'web' });
  });
});
