import { createHmac } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { cliPath, placeOf, runCli } from '../../support/cli.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { freePort } from '../../support/free-port.ts';
import { describeWithRoot } from '../../support/needs.ts';

const line = z.looseObject({ kind: z.string() });

describeWithRoot('plimsoll watch', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let folder: string;
  let child: ChildProcess | undefined;
  let said = '';
  let complained = '';

  const start = (args: readonly string[], env = {}): void => {
    [said, complained] = ['', ''];
    const { cwd, env: around } = placeOf({ env });
    const words = [cliPath, 'watch', `unix://${engine.socket}`, ...args];
    child = spawn(process.execPath, words, { cwd, env: around, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout?.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => void (complained += chunk.toString()));
  };
  const end = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> => {
    if (child?.exitCode !== null || child.signalCode !== null) return child?.exitCode;
    const closed = once(child, 'close');
    child.kill(signal);
    const [code] = (await closed) as [number | null];
    return code;
  };
  /** Waits until something is so; the test's own time is the limit. */
  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await isSo())) {
      if (child?.exitCode !== null) throw new Error(`The watch ended: ${complained}`);
      await sleep(30);
    }
  };
  const lines = () =>
    said
      .split('\n')
      .slice(0, -1)
      .map((each) => line.parse(JSON.parse(each)));
  const run = (name: string): Promise<string> =>
    engine.docker(
      'run',
      '-d',
      '--privileged',
      '--network=none',
      '--name',
      name,
      engine.image,
      'sleep',
      '1000',
    );

  beforeAll(async () => {
    engine = await startEngine();
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-watching-'));
  });
  afterEach(async () => {
    await end('SIGKILL');
    await engine.docker('rm', '-f', 'bad', 'worse').catch(() => '');
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('says what fails since when, and why, and ends well', async () => {
    start(['--framework', 'pci-dss-4.0.1']);
    await until(() => said.includes('Watching unix://'));
    await run('bad');
    await until(() => said.includes('workload-not-privileged'));
    expect(said).toMatch(/^\d\d:\d\d:\d\d container create bad/m);
    expect(said).toMatch(/^ {2}workload bad: critical \d+, high \d+/m);
    expect(said).toMatch(/^ {2}pci-dss-4\.0\.1 \S+: \S+ → not-satisfied/m);
    await engine.docker('rm', '-f', 'bad');
    await until(() => /^ {2}workload bad is gone, and with it \d+ failures/m.test(said));
    expect([await end('SIGINT'), complained]).toEqual([0, '']);
  }, 90_000);

  test('says of an engine that went away that it is unknown, and of its return what changed', async () => {
    await engine.docker(
      'run',
      '-d',
      '--network=none',
      '--name',
      'bad',
      engine.image,
      'sleep',
      '1000',
    );
    start(['--interval', '1']);
    await until(() => said.includes('Watching unix://'));
    await engine.restart('SIGKILL');
    await until(() => /reports again; what happened from \S+ to \S+ is not known/.test(said));
    await run('worse');
    await until(() => said.includes('workload-not-privileged'));
    expect(said).toMatch(/BLIND: unix:\S+ reports nothing since/);
    expect(said).not.toContain('workload bad is gone, and with it');
  }, 120_000);

  test('writes one JSON object a line, and keeps each changed state in a ledger once', async () => {
    const ledger = join(folder, 'watch.db');
    start(['--json', '--ledger', ledger]);
    await until(() => lines().length > 0);
    expect(lines()[0]).toMatchObject({ kind: 'reading', reason: 'start', failures: [] });
    await run('bad');
    const isFailure = (each: object): boolean =>
      JSON.stringify(each).includes('"control":"workload-not-privileged"');
    await until(() => lines().some(isFailure));
    expect(lines().find(isFailure)).toMatchObject({
      ...{ kind: 'change', control: 'workload-not-privileged', before: null, after: 'fail' },
      subject: { kind: 'workload', name: 'bad' },
      events: { 0: { type: 'container', action: 'create', name: 'bad' } },
    });
    // Until nothing more is read.
    await sleep(3_000);
    const states =
      1 + new Set(lines().flatMap((each) => (each.kind === 'change' ? [each['at']] : []))).size;
    expect(await end()).toBe(0);
    const { stdout } = await runCli(['history', '--ledger', ledger, '--json']);
    expect(
      z
        .array(z.unknown())
        .or(z.object({ entries: z.array(z.unknown()) }))
        .parse(JSON.parse(stdout)),
    ).toSatisfy(
      (history: unknown[] | { entries: unknown[] }) =>
        (Array.isArray(history) ? history : history.entries).length === states,
    );
  }, 90_000);

  test('gives a change to a command on its stdin, and nothing of it in its words', async () => {
    const file = join(folder, 'changes.json');
    start(['--json', '--on-change', `cat >> ${file}; env | grep -c bad >> ${file}.env`]);
    await until(() => lines().length > 0);
    await run('bad');
    const read = (): Promise<string> => readFile(file, 'utf8').catch(() => '');
    await until(async () => (await read()).includes('workload-not-privileged'));
    const [first = ''] = (await read()).split('\n');
    expect(JSON.parse(first)).toMatchObject({ kind: 'change', events: { 0: { name: 'bad' } } });
    await until(async () => (await readFile(`${file}.env`, 'utf8').catch(() => '')) !== '');
    expect((await readFile(`${file}.env`, 'utf8')).split('\n')[0]).toBe('0');
  }, 90_000);

  test('posts a change again until it is taken, signed', async () => {
    const bodies: { body: string; signature: string }[] = [];
    const server = createServer((request, answer) => {
      let body = '';
      request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
      request.on('end', () => {
        bodies.push({ body, signature: String(request.headers['x-plimsoll-signature']) });
        answer.writeHead(bodies.length === 1 ? 503 : 200).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    start(['--json', '--webhook', `http://127.0.0.1:${port}/hook`], {
      PLIMSOLL_WEBHOOK_SECRET: 'quay',
    });
    await until(() => lines().length > 0);
    await run('bad');
    await until(() => bodies.length >= 2);
    const [first, second] = bodies;
    expect(second?.body).toBe(first?.body);
    const [, seconds = '', hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(second?.signature ?? '') ?? [];
    expect(hex).toBe(
      createHmac('sha256', 'quay').update(`${seconds}.${second?.body}`).digest('hex'),
    );
    const sent = z
      .object({ text: z.string(), change: z.looseObject({}) })
      .parse(JSON.parse(second?.body ?? ''));
    expect(sent.text).toContain('workload bad: critical');
    server.close();
    server.closeAllConnections();
  }, 90_000);

  test('serves metrics', async () => {
    const port = await freePort();
    start(['--quiet', '--metrics', String(port)]);
    const read = (): Promise<string> =>
      fetch(`http://127.0.0.1:${port}/metrics`).then(
        (answer) => answer.text(),
        () => '',
      );
    await until(async () => (await read()).includes('reason="start"'));
    await run('bad');
    const failing =
      /^plimsoll_findings\{control="workload-not-privileged",severity="critical",status="fail"\} 1$/m;
    await until(async () => failing.test(await read()));
    expect(await read()).toMatch(/^plimsoll_blind 0$/m);
  }, 90_000);

  test('what it cannot do is an error before it begins', async () => {
    const ask = async (...args: readonly string[]) => {
      const { status, stderr } = await runCli(['watch', ...args]);
      return { status, stderr };
    };
    expect(await ask('host:/')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('[target-unknown]') as string,
    });
    expect(await ask('--metrics', 'nowhere:1:2')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--metrics') as string,
    });
    expect(await ask('--interval', '0')).toMatchObject({ status: 2 });
    expect(await ask('--webhook', 'ftp://x')).toMatchObject({ status: 2 });
    expect(await ask('--quiet', '--json')).toMatchObject({ status: 2 });
  }, 90_000);
});
