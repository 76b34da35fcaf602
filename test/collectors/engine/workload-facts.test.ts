import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { inLanguage } from '../../../src/core/text.ts';
import { snapshotVersion } from '../../../src/core/snapshot/order-snapshot.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { gapsOf, harvestEngine, subjectOf, workloadOf } from '../../support/harvest-engine.ts';
import { tool } from '../../support/judge.ts';
import { describeWithRoot } from '../../support/needs.ts';

const opened = {
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: ['read', 'write', 'execve', 'exit_group', 'keyctl'], action: 'SCMP_ACT_ALLOW' },
    { names: ['mount'], action: 'SCMP_ACT_ALLOW', includes: { caps: ['CAP_SYS_ADMIN'] } },
    { names: ['bpf'], action: 'SCMP_ACT_ALLOW', includes: { caps: ['CAP_CHOWN'] } },
  ],
};

/** Waits for what an engine does in its own time; a quarter of a minute at most. */
async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150 && !(await done()); tries += 1) await sleep(100);
}

const tenant = 'io.rancher.environment.uuid';

describeWithRoot('containers and what came of them', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let harvest: Harvest;
  let assessment: Assessment;

  const run = (name: string, options: readonly string[], ...command: readonly string[]) =>
    engine.docker('run', '--detach', '--name', name, ...options, engine.image, ...command);
  const sleeping = (name: string, ...options: readonly string[]) =>
    run(name, options, 'sleep', '1000');
  const statusOf = (name: string, controlId: string) =>
    assessment.findings.find(
      (finding) => finding.subject.name === name && finding.controlId === controlId,
    )?.status;
  const facts = (name: string) => workloadOf(harvest, name);

  beforeAll(async () => {
    engine = await startEngine({ ownNetwork: true, flags: ['--ip=127.0.0.1'] });
    const { docker, folder } = engine;
    await writeFile(join(folder, 'opened.json'), JSON.stringify(opened));
    await mkdir(join(folder, 'elsewhere'));
    await symlink(folder, join(folder, 'elsewhere/link'));
    await docker(
      ...['volume', 'create', '--name', 'folder', '--opt', 'type=none', '--opt', 'o=bind'],
      ...['--opt', `device=${folder}/elsewhere/link`],
    );
    await docker('volume', 'create', '--name', 'common');

    await sleeping('by-cpus', '--cpus=0.5');
    await sleeping('reaped', '--init');
    await sleeping('by-quota', '--cpu-quota=50000', '--cpu-period=100000');
    await sleeping('by-default-period', '--cpu-quota=50000');
    await sleeping('pinned', '--cpuset-cpus=0', '--cpu-shares=1024');
    await sleeping('limited', '--memory=32m', '--shm-size=16m', '--group-add=998', '--user=1000');
    await sleeping(
      'sized',
      ...['--tmpfs=/a:size=64m', '--mount=type=tmpfs,dst=/b,tmpfs-size=64m', '--tmpfs=/c'],
    );
    await docker(
      ...['create', '--name=profiled', `--security-opt=seccomp=${folder}/opened.json`],
      ...[engine.image, 'true'],
    );
    await run('hosted', ['--network=host'], 'busybox', 'httpd', '-f', '-p', '18080');
    await sleeping('joined', '--network=container:hosted');
    await run('looping', ['--restart=on-failure:2'], 'sh', '-c', 'exit 3');
    const small = ['--memory=32m', '--memory-swap=32m'];
    // It waits before it is greedy: a kill that comes before containerd's shim watches for one is noted by
    // nobody. And it lives on after it: nor is one that is told after the container's end.
    await run('greedy', small, 'sh', '-c', 'sleep 3; tail -c 500000000 /dev/zero; sleep 1000');
    await sleeping('entered', '--user=1000');
    await docker('exec', '--detach', '--user=0', 'entered', 'sleep', '1000');
    await docker('exec', '--detach', '--user=app', '--privileged', 'entered', 'sleep', '999');
    await sleeping('checked', '--health-cmd=sleep 500', '--health-interval=1s');
    await sleeping('resting', '--health-cmd=true', '--health-interval=1s');
    const healthOf = (name: string) =>
      docker('inspect', '-f', '{{.State.Health.Status}}', name).then((said) => said.trim());
    await until(async () => (await healthOf('resting')) === 'healthy');
    await docker('pause', 'resting');
    await sleeping('by-volume', '--volume=folder:/x');
    await sleeping('by-mount', '--mount=type=volume,source=folder,target=/x');
    await sleeping('by-parent', `--volume=${folder}:/x:ro`);
    await sleeping('by-link', `--volume=${folder}/elsewhere/link:/x`);
    await sleeping('shop', `--label=${tenant}=shop`, '--volume=common:/data');
    await sleeping('bank', `--label=${tenant}=bank`, '--volume=common:/data');
    await docker('create', '--name=never', '--memory=32m', engine.image, 'true');
    for (const [name, field] of [
      ['checked', '{{len .ExecIDs}}'],
      ['looping', '{{eq .State.Status "exited"}}'],
      ['greedy', '{{.State.OOMKilled}}'],
    ] as const) {
      await until(async () => !/^(?:0|false)$/.test(await docker('inspect', '-f', field, name)));
    }
    harvest = await harvestEngine(`unix://${engine.socket}`);
    assessment = assess(
      {
        kind: 'plimsoll/snapshot',
        version: snapshotVersion,
        tool,
        collectedAt: new Date().toISOString(),
        targets: [harvest.target],
        population: [...harvest.population],
        gaps: [...harvest.gaps],
        redactions: [],
        origins: harvest.origins,
        subjects: [...harvest.subjects],
      },
      { catalog: builtin, tool },
    );
  }, 120_000);
  afterAll(() => engine?.stop());

  it('leave nothing unread but the health of what is paused', () => {
    const gaps = harvest.subjects.flatMap((each) =>
      gapsOf(each).map(({ path, detail }) => `${each.name} ${path} ${inLanguage(detail, 'en')}`),
    );
    expect(gaps).toEqual([
      'resting /lifecycle/health it is paused, and its health check does not run meanwhile',
    ]);
  });

  it('may have an init of the engine’s, whose place the engine makes', () => {
    expect(facts('reaped')['init']).toBe(true);
    expect(facts('reaped')['changes']).toContainEqual({
      path: '/sbin/docker-init',
      change: 'added',
    });
    expect(statusOf('reaped', 'workload-system-files-unchanged')).toBe('pass');
    // Its engine's own process says that it starts none by default.
    expect(facts('limited')['init']).toBe(false);
    expect('init' in facts('never')).toBe(false);
  });

  it('have one limit on processors by whichever of its names', () => {
    const cpus = (name: string) => (facts(name)['resources'] as { cpus: number }).cpus;
    expect(['by-cpus', 'by-quota', 'by-default-period'].map(cpus)).toEqual([0.5, 0.5, 0.5]);
    for (const name of ['by-cpus', 'by-quota', 'by-default-period']) {
      expect([name, statusOf(name, 'workload-cpu-limit')]).toEqual([name, 'pass']);
    }
    expect(statusOf('pinned', 'workload-cpu-limit')).toBe('fail');
  });

  it('have twice their memory with swap where nothing is said of it', () => {
    expect(facts('limited')).toMatchObject({
      groups: ['998'],
      resources: { memoryBytes: 32 << 20, shmBytes: 16 << 20, storageBytes: 0, blkioLimits: [] },
    });
    const { limits } = subjectOf(harvest, 'engine', engineName()).facts as {
      limits: { swap: boolean };
    };
    const expected = limits.swap ? 'pass' : 'fail';
    for (const name of ['limited', 'never']) {
      expect([name, statusOf(name, 'workload-swap-limit')]).toEqual([name, expected]);
    }
    expect(statusOf('pinned', 'workload-swap-limit')).toBe('not-applicable');
  });

  it('have a tmpfs of one size by either syntax', () => {
    expect(facts('sized')['mounts']).toMatchObject([
      { target: '/a', sizeBytes: 64 << 20 },
      { target: '/b', sizeBytes: 64 << 20 },
      { target: '/c', sizeBytes: 0 },
    ]);
  });

  it('have a profile of which it is known what it lets through', () => {
    expect(facts('profiled')).toMatchObject({
      security: {
        seccomp: { mode: 'custom', allowsAll: false, allowedDangerous: ['bpf', 'keyctl'] },
      },
    });
    expect(statusOf('profiled', 'workload-seccomp')).toBe('fail');
  });

  it('listen on the host where they are on its network', () => {
    expect(facts('hosted')['listeners']).toEqual([{ address: '::', port: 18_080 }]);
    // What another container listens on is not its own, though the network is.
    expect(facts('joined')['listeners']).toEqual([]);
    expect('listeners' in facts('limited')).toBe(false);
    expect(subjectOf(harvest, 'workload', 'hosted').sources?.['/listeners']).toMatchObject({
      kind: 'file',
      path: expect.stringMatching(/^\/proc\/\d+\/net\/tcp$/) as string,
    });
    expect(statusOf('hosted', 'workload-no-host-listeners')).toBe('fail');
    expect(statusOf('joined', 'workload-no-host-listeners')).toBe('pass');
  });

  it('are counted as they are started again', () => {
    expect(facts('looping')).toMatchObject({
      state: 'exited',
      lifecycle: { restartCount: 2, exitCode: 3, oomKilled: false },
    });
    expect(facts('never')).toMatchObject({
      lifecycle: { restartCount: 0, startedAt: null, finishedAt: null },
    });
    expect(facts('limited')).toMatchObject({
      lifecycle: { startedAt: expect.stringMatching(/^20/) as string, finishedAt: null },
    });
    expect(facts('greedy')).toMatchObject({ lifecycle: { oomKilled: true } });
    expect(statusOf('greedy', 'workload-no-oom-kills')).toBe('fail');
    expect(statusOf('never', 'workload-no-oom-kills')).toBe('pass');
  });

  it('are entered, by whom and with what', () => {
    const sessions = facts('entered')['sessions'] as readonly { privileged: boolean }[];
    // The engine lists them in no order.
    expect(sessions.toSorted((a, b) => Number(a.privileged) - Number(b.privileged))).toMatchObject([
      { user: { configured: '0', uid: 0 }, privileged: false, running: true, program: 'sleep' },
      { user: { configured: 'app', name: 'app' }, privileged: true, running: true },
    ]);
    expect(statusOf('entered', 'workload-no-root-exec')).toBe('fail');
    expect(statusOf('entered', 'workload-no-privileged-exec')).toBe('fail');
    expect(facts('limited')['sessions']).toEqual([]);
    expect(statusOf('limited', 'workload-no-root-exec')).toBe('pass');
    expect(statusOf('looping', 'workload-no-root-exec')).toBe('not-applicable');
  });

  it('are not entered by their own health check', () => {
    const sessions = facts('checked')['sessions'] as readonly { healthCheck: boolean }[];
    expect(sessions.length).toBeGreaterThan(0);
    expect(sessions.every(({ healthCheck }) => healthCheck)).toBe(true);
    expect(statusOf('checked', 'workload-no-root-exec')).toBe('pass');
  });

  it('are not unhealthy for being paused', async () => {
    // What moby says as soon as the check is stopped, whatever it said before.
    expect(await engine.docker('inspect', '-f', '{{.State.Health.Status}}', 'resting')).toContain(
      'unhealthy',
    );
    expect(statusOf('resting', 'workload-health-check')).toBe('unknown');
  });

  it('have the root of the host where nobody is mapped', () => {
    expect(facts('limited')).toMatchObject({ rootUid: 0 });
    expect('rootUid' in facts('looping')).toBe(false);
    expect(statusOf('limited', 'workload-user-namespace-mapped')).toBe('fail');
  });

  describe('the socket of an engine that was put elsewhere', () => {
    it('is known', () => {
      const { sockets } = subjectOf(harvest, 'engine', engineName()).facts;
      expect(sockets).toEqual(
        expect.arrayContaining([
          engine.socket,
          expect.stringMatching(/\/exec\/containerd\/containerd\.sock$/) as string,
        ]),
      );
    });
    it.each(['by-volume', 'by-mount', 'by-parent', 'by-link'])(
      'is given away with the directory above it, %s',
      (name) => {
        expect(statusOf(name, 'workload-no-engine-socket')).toBe('fail');
      },
    );
    it('is not given away by anything else', () => {
      for (const name of ['limited', 'sized', 'shop', 'hosted']) {
        expect([name, statusOf(name, 'workload-no-engine-socket')]).toEqual([name, 'pass']);
      }
    });
  });

  it('are of tenants who share a volume, and a host', () => {
    for (const name of ['shop', 'bank']) {
      expect([name, statusOf(name, 'workload-tenant-volumes-separate')]).toEqual([name, 'fail']);
      expect([name, statusOf(name, 'workload-tenant-labelled')]).toEqual([name, 'pass']);
    }
    expect(statusOf('limited', 'workload-tenant-labelled')).toBe('fail');
    expect(statusOf('limited', 'workload-tenant-volumes-separate')).toBe('pass');
    expect(statusOf(engineName(), 'engine-tenants-separate-hosts')).toBe('fail');
  });

  it('the engine tells what it can limit, by what it runs, and where it publishes', () => {
    const { facts: own } = subjectOf(harvest, 'engine', engineName());
    expect(own).toMatchObject({
      labelNames: [tenant],
      runtimes: { default: 'runc', available: expect.arrayContaining(['runc']) as string[] },
      limits: { memory: true, pids: true },
      defaultAddress: { effective: '127.0.0.1', configured: '127.0.0.1' },
      logOptions: { effective: {}, configured: null },
    });
    expect(statusOf(engineName(), 'engine-default-address')).toBe('pass');
    expect(statusOf(engineName(), 'engine-default-log-rotation')).toBe('fail');
    expect(statusOf(engineName(), 'engine-default-runtime')).toBe('pass');
  });

  function engineName(): string {
    const found = harvest.subjects.find(({ kind }) => kind === 'engine');
    if (!found) throw new Error('no engine');
    return found.name;
  }
});
