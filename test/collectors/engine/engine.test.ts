import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { harvestEngine, subjectOf, workloadOf } from '../../support/harvest-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

describeWithRoot('a real engine with settings of its own', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let harvest: Harvest;
  let subject: Subject;

  beforeAll(async () => {
    engine = await startEngine({
      ownNetwork: true,
      flags: ['--log-level=warn', '--icc=false', '--userland-proxy=false'],
      daemonJson: {
        'no-new-privileges': true,
        'live-restore': true,
        'log-driver': 'local',
        'default-ulimits': { nofile: { Name: 'nofile', Soft: 64, Hard: 128 } },
        'insecure-registries': ['registry.example:5000', '10.0.0.0/8'],
        'registry-mirrors': ['https://mirror.example'],
        labels: ['token=hunter3'],
      },
    });
    await engine.docker('run', '-d', '--name=running', engine.image, 'sleep', '1000');
    await engine.docker('create', '--name=created', engine.image, 'true');
    await engine.docker(
      'create',
      '--name=excepted',
      '--security-opt=no-new-privileges:false',
      engine.image,
      'true',
    );
    harvest = await harvestEngine(`unix://${engine.socket}`);
    const [first] = harvest.subjects.filter(({ kind }) => kind === 'engine');
    if (!first) throw new Error('no engine');
    subject = first;
  });
  afterAll(() => engine?.stop());

  it('says what it is', () => {
    expect(subject.gaps).toEqual([]);
    expect(subject.facts).toMatchObject({
      product: 'docker',
      os: 'linux',
      rootless: false,
      userNamespaces: false,
      dataRoot: `${engine.folder}/data`,
      security: { seccomp: 'builtin' },
      process: {
        pid: engine.pid,
        executable: '/usr/sbin/dockerd',
        configFile: `${engine.folder}/daemon.json`,
      },
      counts: { containers: 3, running: 1, stopped: 2, images: 1 },
      listeners: [],
      swarm: { state: 'inactive', manager: false },
    });
    expect(harvest.target.description).toEqual({
      en: expect.stringMatching(/^Docker Engine \S+, API 1\.\d+, on \S+, /) as string,
      zh: expect.stringMatching(/^Docker Engine [^ ，]+，API 1\.\d+，主机 [^ ，]+，/) as string,
    });
  });

  it('has settings in force, with what is configured beside them', () => {
    expect(subject.facts).toMatchObject({
      noNewPrivileges: { effective: true, configured: true },
      liveRestore: { effective: true, configured: true },
      logDriver: { effective: 'local', configured: 'local' },
      logLevel: { effective: 'warn', configured: 'warn' },
      userlandProxy: { effective: false, configured: false },
      packetFilter: { effective: true, configured: null },
      interContainerTraffic: { effective: false, configured: false },
      defaultUlimits: { effective: ['nofile=64:128'], configured: ['nofile=64:128'] },
      debug: { effective: false, configured: null },
      configured: { hosts: [`unix://${engine.socket}`], authorizationPlugins: [] },
    });
    expect(subject.sources).toMatchObject({
      '/logLevel/effective': { kind: 'file' },
      '/interContainerTraffic/effective': {
        kind: 'api',
        pointer: '/Options/com.docker.network.bridge.enable_icc',
      },
    });
  });

  it('names its registries', () => {
    expect(subject.facts['registries']).toMatchObject({
      insecureRanges: ['10.0.0.0/8', '127.0.0.0/8'],
      indexes: [
        { name: 'docker.io', secure: true },
        { name: 'registry.example:5000', secure: false },
      ],
      mirrors: ['https://mirror.example/'],
    });
    expect(JSON.stringify(harvest)).not.toMatch(/hunter3/);
  });

  it('gives its default to containers that say nothing', () => {
    const nnp = (name: string) =>
      (workloadOf(harvest, name)['security'] as { noNewPrivileges: boolean }).noNewPrivileges;
    expect(nnp('running')).toBe(true);
    expect(
      subjectOf(harvest, 'workload', 'running').sources?.['/security/noNewPrivileges'],
    ).toMatchObject({ kind: 'file' });
    expect(nnp('created')).toBe(true);
    expect(nnp('excepted')).toBe(false);
  });
});
