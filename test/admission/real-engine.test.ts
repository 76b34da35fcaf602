import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AdmissionDecision } from '../../src/admission/decision.ts';
import { freePort } from '../support/free-port.ts';
import { postTo } from '../support/post-to.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';

const folder = '/run/docker/plugins';
/** One of its own, so that engines side by side do not meet. */
const name = `plimsoll-${randomBytes(6).toString('hex')}`;
const socket = `${folder}/${name}.sock`;

type Said =
  | AdmissionDecision
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly workloads: readonly string[] };

interface Plugin {
  readonly child: ChildProcess;
  readonly said: Said[];
}

describeWithRoot('admission of a real engine', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let plugin: Plugin;
  let listen: string;

  const start = async (mode: string, address: string): Promise<Plugin> => {
    const words = ['--import', 'jiti/register', 'test/admission/plugin-program.ts'];
    const child = spawn(process.execPath, [...words, socket, mode, address], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: Said[] = [];
    createInterface({ input: child.stdout }).on('line', (line) =>
      said.push(JSON.parse(line) as Said),
    );
    const started = { child, said };
    await until(started, 'ready');
    return started;
  };
  const until = async ({ child, said }: Plugin, kind: string): Promise<void> => {
    while (!said.some((each) => each.kind === kind)) {
      if (child.exitCode !== null) throw new Error(`The plugin ended with ${child.exitCode}.`);
      await sleep(50);
    }
  };
  const kill = async ({ child }: Plugin): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  /** Waits until the plugin has read a container: it says what it reads. */
  const seen = async (id: string): Promise<void> => {
    while (!plugin.said.some((each) => 'workloads' in each && each.workloads.includes(id))) {
      await sleep(50);
    }
  };
  /** Of what was judged: the plugin is asked about its own readings as well. */
  const decisions = (): AdmissionDecision[] =>
    plugin.said.filter(
      (each): each is AdmissionDecision => each.kind === 'plimsoll/admission' && each.judged,
    );

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    // The engine asks the plugin for its first request, so that the plugin comes first.
    plugin = await start('enforce', `unix://${folder}/none.sock`);
    listen = `127.0.0.1:${await freePort()}`;
    engine = await startEngine({ flags: ['--authorization-plugin', name] });
    await kill(plugin);
    plugin = await start('enforce', `unix://${engine.socket}`);
    await until(plugin, 'reading');
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await kill(plugin);
    await rm(socket, { force: true });
  });

  const run = (...flags: readonly string[]): Promise<string> =>
    engine.docker('create', ...flags, engine.image, 'sleep', '9').catch(String);

  test('a privileged container is refused with the reason, as the command line prints it', async () => {
    const said = await run('--privileged');
    expect(said).toContain(`authorization denied by plugin ${name}: `);
    expect(said).toContain('(workload-not-privileged)');
    expect(decisions().at(-1)).toMatchObject({ allowed: false, engineRead: true, user: '' });
    expect(await engine.docker('ps', '--all', '--quiet')).toBe('');
  }, 60_000);

  test('a harmless one is let through', async () => {
    expect(await run('--user', '1000', '--pids-limit', '9')).toMatch(/^[0-9a-f]{64}$/);
  }, 60_000);

  test('a key in another case, which the engine takes for privileged, is refused', async () => {
    for (const body of [
      { Image: engine.image, Cmd: ['true'], hostconfig: { privileged: true } },
      { Image: engine.image, Cmd: ['true'], 'Ho\u017ftConfig': { Privileged: true } },
    ]) {
      const answer = await postTo(engine.socket, '/v1.45/containers/create', JSON.stringify(body));
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('takes the key');
    }
  }, 60_000);

  test('a long body makes no privileged container, whether the engine hands it on or not', async () => {
    const before = await engine.docker('ps', '--all', '--quiet');
    for (const length of [2, 5]) {
      const body = {
        Image: engine.image,
        Cmd: ['true'],
        Labels: { long: 'a'.repeat(length * 1024 * 1024) },
        HostConfig: { Privileged: true },
      };
      const answer = await postTo(engine.socket, '/v1.45/containers/create', JSON.stringify(body));
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect(await engine.docker('ps', '--all', '--quiet')).toBe(before);
  }, 60_000);

  test('a privileged command in a container that runs is refused, a plain one is not', async () => {
    const id = await engine.docker(
      ...['run', '-d', '--user', '1000', '--pids-limit', '9', engine.image, 'sleep', '99'],
    );
    const exec = (...words: readonly string[]): Promise<string> =>
      engine.docker('exec', ...words, id, 'id', '-u').catch(String);
    expect(await exec()).toBe('1000');
    const said = await exec('--privileged');
    expect(said).toContain(`authorization denied by plugin ${name}: `);
    expect(said).toContain('(workload-no-privileged-exec)');
    expect(decisions().at(-1)).toMatchObject({ path: `/containers/${id}/exec`, allowed: false });
    for (const body of ['{"Cmd":["id"],"privileged":true}', '{"Cmd":["id"],"Cmd":["sh"]}']) {
      const answer = await postTo(engine.socket, `/v1.45/containers/${id}/exec`, body);
      expect(answer.status).toBe(403);
    }
  }, 60_000);

  test('an update is refused for what it brings', async () => {
    const limits = ['--memory', '32m', '--memory-swap', '32m', '--pids-limit', '9'];
    const id = await engine.docker('run', '-d', ...limits, engine.image, 'sleep', '99');
    await seen(id);
    const update = (...flags: readonly string[]): Promise<string> =>
      engine.docker('update', ...flags, id).catch(String);
    expect(await update('--cpu-shares', '512')).toBe(id);
    expect(await update('--pids-limit', '-1')).toContain('(workload-pids-limit)');
    expect(await engine.docker('inspect', '-f', '{{.HostConfig.PidsLimit}}', id)).toBe('9');
    const answer = await postTo(
      engine.socket,
      `/v1.45/containers/${id}/update`,
      '{"pidslimit":-1}',
    );
    expect(answer.status).toBe(403);
  }, 60_000);

  test('a service and its update are refused for what their containers would be', async () => {
    await engine.docker('swarm', 'init', '--advertise-addr', '127.0.0.1', '--listen-addr', listen);
    const socketMount = 'type=bind,src=/var/run/docker.sock,dst=/s';
    const create = (...flags: readonly string[]): Promise<string> =>
      engine
        .docker(
          'service',
          'create',
          '--detach',
          '--no-resolve-image',
          ...flags,
          engine.image,
          'sleep',
          '99',
        )
        .catch(String);
    expect(await create('--mount', socketMount)).toContain('(workload-no-engine-socket)');
    expect(decisions().at(-1)).toMatchObject({ path: '/services/create', allowed: false });
    const id = await create('--name', 'web', '--replicas', '0', '--limit-pids', '9');
    expect(id).toMatch(/^[a-z0-9]{25}$/);
    const update = (...flags: readonly string[]): Promise<string> =>
      engine
        .docker('service', 'update', '--detach', '--no-resolve-image', ...flags, 'web')
        .catch(String);
    expect(await update('--mount-add', socketMount)).toContain('(workload-no-engine-socket)');
    expect(await update('--env-add', 'A=1')).toBe('web');
    expect(await engine.docker('service', 'rollback', '--detach', 'web').catch(String)).toContain(
      'A rollback goes back to a service',
    );
    const twice = '{"Name":"b","TaskTemplate":{"ContainerSpec":{"Image":"a","image":"b"}}}';
    expect((await postTo(engine.socket, '/v1.45/services/create', twice)).status).toBe(403);
    await engine.docker('service', 'rm', 'web');
  }, 120_000);

  test('one that was killed is started again at the same socket, and observes', async () => {
    await kill(plugin);
    plugin = await start('observe', `unix://${engine.socket}`);
    await until(plugin, 'reading');
    expect(await run('--privileged')).toMatch(/^[0-9a-f]{64}$/);
    const decision = decisions().find(({ path }) => path === '/containers/create');
    expect(decision?.allowed).toBe(true);
    expect(decision?.denials.map(({ control }) => control)).toContain('workload-not-privileged');
    const last = (path: string): string => {
      const found = decisions().findLast((each) => each.path.endsWith(path));
      return `${found?.allowed} ${found?.denials.map(({ control }) => control).join(' ')}`;
    };
    const limits = ['--memory', '32m', '--memory-swap', '32m', '--pids-limit', '9'];
    const id = await engine.docker('run', '-d', ...limits, engine.image, 'sleep', '99');
    const free = await engine.docker('run', '-d', engine.image, 'sleep', '99');
    await seen(id);
    await engine.docker('exec', '--privileged', id, 'true');
    expect(last('/exec')).toContain('true workload-no-privileged-exec');
    await engine.docker('update', '--pids-limit', '-1', id);
    expect(last('/update')).toContain('true workload-pids-limit');
    // What was so before is no fault of an update.
    await seen(free);
    await engine.docker('update', '--cpu-shares', '512', free);
    expect(last('/update')).toBe('true ');
    expect(decisions().at(-1)?.others.fail).toContain('workload-pids-limit');
    const mount = ['--mount', 'type=bind,src=/var/run/docker.sock,dst=/s', '--replicas', '0'];
    const flags = ['--detach', '--no-resolve-image', '--name', 'seen', ...mount];
    await engine.docker('service', 'create', ...flags, engine.image, 'true');
    expect(last('/services/create')).toMatch(/^true .*workload-no-engine-socket/);
    await engine.docker('service', 'update', '--detach', '--env-add', 'A=1', 'seen');
    expect(last('/update')).toMatch(/^true .*workload-no-engine-socket/);
    await engine.docker('service', 'rm', 'seen');
  }, 120_000);
});
