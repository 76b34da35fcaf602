import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { inLanguage } from '../../../src/core/text.ts';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import {
  harvestEngine,
  populationOf,
  subjectOf,
  workloadOf,
} from '../../support/harvest-engine.ts';
import { judge } from '../../support/judge.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { startPodman, type PodmanService } from '../../support/podman-service.ts';

describeWithRoot('a real Podman', ['podman', 'runc', 'busybox'], () => {
  let service: PodmanService;
  let harvest: Harvest;

  beforeAll(async () => {
    service = await startPodman();
    const start = (name: string, ...options: readonly string[]): Promise<string> =>
      service.podman('run', '-d', `--name=${name}`, ...options, service.image, 'sleep', '1000');
    await start('plain', '--network=none');
    await start('open', '--network=host', '--privileged');
    await start('joined', '--network=container:plain', '--pid=container:plain');
    await start('mapped', '--network=none', '--uidmap=0:100000:5000', '--user=app');
    await start(
      'tight',
      ...['--network=none', '--read-only', '--user=1000', '--cap-drop=ALL', '--memory=64m'],
      ...['--pids-limit=50', '--security-opt=no-new-privileges', '--env=PASSWORD=hunter2'],
      ...['--restart=on-failure:3', '--health-cmd=true', '--log-driver=journald'],
    );
    await service.podman(
      ...['create', '--name=named', '--dns=192.0.2.53', '--add-host=db:192.0.2.7'],
      ...['--sysctl=net.core.somaxconn=1024', service.image, 'sleep', '1'],
    );
    await service.podman('create', '--name=made', '--network=none', service.image, 'sleep', '1');
    harvest = await harvestEngine(`unix://${service.socket}`);
  });
  afterAll(() => service?.stop());

  it('does not tell the runtime and the kernel parameters, which are gaps, and tells names', () => {
    const { facts, gaps } = subjectOf(harvest, 'workload', 'named');
    expect(gaps.map(({ path }) => path)).toEqual(expect.arrayContaining(['/runtime', '/sysctls']));
    expect(facts).toMatchObject({
      nameResolution: { servers: ['192.0.2.53'], hosts: ['db=192.0.2.7'] },
    });
  });

  const statusOf = (id: string, name: string): string => {
    const control = builtin.controls.find((each) => each.id === id);
    if (!control) throw new Error(id);
    const { facts, gaps } = subjectOf(harvest, control.subject.kind, name);
    return judge(control, facts, { gaps }).status;
  };

  it('is read as a whole', () => {
    expect(harvest.gaps).toEqual([]);
    expect(inLanguage(harvest.target.description, 'zh')).toMatch(/^Podman \d/);
    expect(populationOf(harvest)).toMatchObject({
      engine: [1, 1, 0],
      workload: [7, 7, 0],
      image: [1, 1, 0],
      swarm: [0, 0, 0],
    });
    expect(JSON.stringify(harvest)).not.toContain('hunter2');
  });

  it('has gaps for what it does not tell, and no default in their place', () => {
    const [engine] = harvest.subjects.filter(({ kind }) => kind === 'engine');
    expect(engine?.facts).toMatchObject({ product: 'podman', rootless: false });
    expect(engine?.gaps.map(({ path, reason }) => [path, reason])).toEqual(
      expect.arrayContaining([
        ['/userNamespaces', 'unsupported'],
        ['/registries', 'unsupported'],
        ['/logDriver/effective', 'unsupported'],
        ['/noNewPrivileges/effective', 'unsupported'],
      ]),
    );
    const name = engine?.name ?? '';
    for (const id of [
      'engine-user-namespaces',
      'engine-no-insecure-registries',
      'engine-central-logging',
      'engine-tcp-mutual-tls',
    ]) {
      expect([id, statusOf(id, name)]).toEqual([id, 'unknown']);
    }
    for (const id of ['engine-configuration-in-force', 'engine-live-restore']) {
      expect([id, statusOf(id, name)]).toEqual([id, 'not-applicable']);
    }
  });

  it('says of each container what it may do', () => {
    expect(workloadOf(harvest, 'open')).toMatchObject({
      privileged: true,
      namespaces: { network: { resolved: 'host' }, user: { resolved: 'host' } },
      security: { seccomp: { mode: 'unconfined' }, systemPathsUnconfined: true },
      kernel: { seccomp: 0 },
    });
    const { id } = subjectOf(harvest, 'workload', 'plain');
    expect(workloadOf(harvest, 'joined')).toMatchObject({
      namespaces: {
        network: { mode: 'container', chain: [id], resolved: 'private' },
        pid: { mode: 'container', chain: [id], resolved: 'private' },
      },
    });
    expect(workloadOf(harvest, 'mapped')).toMatchObject({
      namespaces: { user: { mode: 'private', resolved: 'private' } },
      // What is 1000 in it is another on the host.
      user: { configured: 'app', uid: null },
      kernel: { uid: 101_000 },
    });
    expect(workloadOf(harvest, 'tight')).toMatchObject({
      readOnlyRootFilesystem: true,
      user: { configured: '1000' },
      capabilities: { effective: [] },
      resources: { memoryBytes: 64 << 20, pidsLimit: 50 },
      security: { noNewPrivileges: true },
      restart: { policy: 'on-failure', maximumRetries: 3 },
      logging: { driver: 'journald' },
      kernel: { uid: 1000, capabilities: [], noNewPrivileges: true, seccomp: 2 },
    });
    expect(workloadOf(harvest, 'made')).toMatchObject({ state: 'created' });
    expect(workloadOf(harvest, 'made')).not.toHaveProperty('kernel');
  });

  it('gives its containers the verdicts that they deserve', () => {
    const expected = {
      'workload-not-privileged': { open: 'fail', tight: 'pass', made: 'pass' },
      'workload-no-host-network': { open: 'fail', joined: 'pass' },
      'workload-non-root-user': { plain: 'fail', tight: 'pass' },
      'workload-read-only-root': { plain: 'fail', tight: 'pass' },
      'workload-no-new-privileges': { plain: 'fail', tight: 'pass', made: 'unknown' },
      'workload-seccomp': { open: 'fail', plain: 'pass', made: 'pass' },
      'workload-system-files-unchanged': { tight: 'pass' },
      'workload-no-secrets-in-environment': { tight: 'fail', plain: 'pass' },
    };
    const found = Object.fromEntries(
      Object.entries(expected).map(([id, names]) => [
        id,
        Object.fromEntries(Object.keys(names).map((name) => [name, statusOf(id, name)])),
      ]),
    );
    expect(found).toEqual(expected);
  });
});
