import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cliPath } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { holdSocket, type HeldSocket } from '../support/hold-socket.ts';
import { describeWithRoot } from '../support/needs.ts';
import { postTo } from '../support/post-to.ts';

const folder = '/run/docker/plugins';
const name = `plimsoll-${randomBytes(6).toString('hex')}`;
const socket = `${folder}/${name}.sock`;

const needs = ['dockerd', 'docker', 'busybox', 'perl'];
describeWithRoot('a plugin whose socket is held, and a real engine', needs, () => {
  let engine: TestEngine;
  let held: HeldSocket;
  const go = (): string => join(engine.folder, 'go');
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    engine = await startEngine();
    const flags = ['--mode', 'enforce', '--deadline', '5000', '--no-config'];
    const words = [cliPath, 'admission', 'run', `unix://${engine.socket}`, ...flags];
    // It begins when there is a file.
    const late = 'until [ -e "$0" ]; do sleep 0.1; done; exec "$@"';
    held = holdSocket(socket, ['sh', '-c', late, go(), process.execPath, ...words]);
    while (held.pids.length === 0) await sleep(20);
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    await held.stop();
    await rm(socket, { force: true });
  });

  const reload = (plugins: readonly string[]): Promise<void> =>
    engine.reload({ 'authorization-plugins': plugins });
  const create = (...flags: readonly string[]): Promise<string> =>
    engine.docker('create', ...flags, engine.image, 'true').catch(String);

  test('is asked once Docker has read its configuration again, which waits until it answers', async () => {
    const reloading = reload([name]);
    await sleep(1_000);
    // Docker goes on as before meanwhile: nothing is refused. Units say when the plugin answers for that reason.
    expect(await readFile(join(engine.folder, 'log'), 'utf8')).toContain('Got signal to reload');
    expect(await create('--privileged')).toMatch(/^[0-9a-f]{64}$/);
    await writeFile(go(), '');
    await reloading;
    expect(await create('--privileged')).toContain('(workload-not-privileged)');
  }, 60_000);

  test('is killed ten times, and no request notices', async () => {
    for (let round = 0; round < 10; round += 1) {
      process.kill(held.pids.at(-1) ?? 0, 'SIGKILL');
      const [bad, good] = await Promise.all([create('--privileged'), create()]);
      expect(bad).toContain('(workload-not-privileged)');
      expect(good).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(held.pids.length).toBeGreaterThanOrEqual(11);
  }, 120_000);

  test('is gone for good, and Docker goes on when its configuration names it no more', async () => {
    const running = await engine.docker('run', '-d', engine.image, 'sleep', '99');
    await held.stop();
    await rm(socket, { force: true });
    const body = JSON.stringify({ Image: engine.image, Cmd: ['true'] });
    const waiting = postTo(engine.socket, '/v1.45/containers/create', body);
    await sleep(1_000);
    await reload([]);
    expect(await create()).toMatch(/^[0-9a-f]{64}$/);
    expect(await engine.docker('inspect', '-f', '{{.State.Running}}', running)).toBe('true');
    // What was asked before is refused all the same.
    const { status, body: said } = await waiting;
    expect(status).toBeGreaterThanOrEqual(400);
    expect(said).toContain('plugin');
  }, 120_000);
});
