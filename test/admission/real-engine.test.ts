import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AdmissionDecision } from '../../src/admission/decision.ts';
import { postTo } from '../support/post-to.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';

const folder = '/run/docker/plugins';
/** One of its own, so that engines side by side do not meet. */
const name = `plimsoll-${randomBytes(6).toString('hex')}`;
const socket = `${folder}/${name}.sock`;

interface Plugin {
  readonly child: ChildProcess;
  readonly said: { readonly kind: string }[];
}

describeWithRoot('admission of a real engine', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let plugin: Plugin;

  const start = async (mode: string, address: string): Promise<Plugin> => {
    const words = ['--import', 'jiti/register', 'test/admission/plugin-program.ts'];
    const child = spawn(process.execPath, [...words, socket, mode, address], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: { readonly kind: string }[] = [];
    createInterface({ input: child.stdout }).on('line', (line) =>
      said.push(JSON.parse(line) as { readonly kind: string }),
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
  const decisions = (): AdmissionDecision[] =>
    plugin.said.filter((each): each is AdmissionDecision => each.kind === 'plimsoll/admission');

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    // The engine asks the plugin for its first request, so that the plugin comes first.
    plugin = await start('enforce', `unix://${folder}/none.sock`);
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
    expect(await run('--user', '1000')).toMatch(/^[0-9a-f]{64}$/);
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

  test('one that was killed is started again at the same socket, and observes', async () => {
    await kill(plugin);
    plugin = await start('observe', `unix://${engine.socket}`);
    await until(plugin, 'reading');
    expect(await run('--privileged')).toMatch(/^[0-9a-f]{64}$/);
    const decision = decisions().find(({ path }) => path === '/containers/create');
    expect(decision?.allowed).toBe(true);
    expect(decision?.denials.map(({ control }) => control)).toContain('workload-not-privileged');
  }, 120_000);
});
