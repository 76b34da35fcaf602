import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { cliPath } from '../test/support/cli.ts';
import type { TestEngine } from '../test/support/docker-engine.ts';
import { postTo } from '../test/support/post-to.ts';

/** What admission costs. */
export interface AdmissionFigures {
  readonly decisions: number;
  /** From the question to the answer of a server that answers without looking. */
  readonly floorP50Ms: number;
  readonly floorP99Ms: number;
  /** From the question to the answer of the plugin. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** As the plugin itself says of a decision. */
  readonly decisionP50Ms: number;
  readonly decisionP99Ms: number;
  readonly creates: number;
  /** `docker create`, with no plugin and with one. */
  readonly bareCreateMs: number;
  readonly createMs: number;
}

const [asked, created] = [500, 40];
const folder = '/run/docker/plugins';

/** Asks a plugin of one engine, and makes containers on it and on one without a plugin, in turns. */
export async function benchAdmission(
  bare: TestEngine,
  engine: TestEngine,
): Promise<AdmissionFigures> {
  const name = `plimsoll-${randomBytes(6).toString('hex')}`;
  await mkdir(folder, { recursive: true });
  const plugin = await startPlugin(join(folder, `${name}.sock`), engine);
  try {
    const floor = await benchFloor(join(engine.folder, 'bare.sock'), engine.image);
    const ours = await timesOf(plugin.socket, engine.image);
    const took = plugin.took.slice(-asked);
    await engine.reload({ 'authorization-plugins': [name] });
    const [without, beside]: [number[], number[]] = [[], []];
    for (let at = 0; at < created; at += 1) {
      without.push(await timeToCreate(bare));
      beside.push(await timeToCreate(engine));
    }
    await engine.reload({});
    return {
      decisions: asked,
      floorP50Ms: quantile(floor, 0.5),
      floorP99Ms: quantile(floor, 0.99),
      p50Ms: quantile(ours, 0.5),
      p99Ms: quantile(ours, 0.99),
      decisionP50Ms: quantile(took, 0.5),
      decisionP99Ms: quantile(took, 0.99),
      creates: created,
      bareCreateMs: quantile(without, 0.5),
      createMs: quantile(beside, 0.5),
    };
  } finally {
    await plugin.end();
  }
}

async function startPlugin(socket: string, engine: TestEngine) {
  const flags = ['--socket', socket, '--mode', 'enforce', '--json', '--no-config'];
  const words = [cliPath, 'admission', 'run', `unix://${engine.socket}`, ...flags];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const took: number[] = [];
  const state = { engineRead: false };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { tookMs: number; engineRead: boolean };
    took.push(said.tookMs);
    state.engineRead = said.engineRead;
  });
  while (!state.engineRead) {
    if (child.exitCode !== null) throw new Error(`The plugin ended with ${child.exitCode}.`);
    await sleep(500);
    await ask(socket, engine.image).catch(() => undefined);
  }
  return {
    socket,
    took,
    end: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(socket, { force: true });
    },
  };
}

/** A server that answers without looking. */
async function benchFloor(socket: string, image: string): Promise<readonly number[]> {
  const server = createServer((request, answer) => {
    request.resume().on('end', () => answer.end('{"Allow":true}'));
  });
  server.listen(socket);
  await once(server, 'listening');
  try {
    return await timesOf(socket, image);
  } finally {
    server.close();
  }
}

async function timesOf(socket: string, image: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < asked; at += 1) {
    const begun = performance.now();
    await ask(socket, image);
    times.push(performance.now() - begun);
  }
  return times;
}

function ask(socket: string, image: string) {
  const body = {
    ...{ Image: image, Cmd: ['sleep', '9'], Env: ['A=1', 'B=2'], User: '1000' },
    HostConfig: { Binds: ['/srv:/srv:ro'], Memory: 33_554_432, CapDrop: ['ALL'] },
  };
  const question = {
    RequestMethod: 'POST',
    RequestUri: '/v1.45/containers/create?name=asked',
    RequestBody: Buffer.from(JSON.stringify(body)).toString('base64'),
  };
  return postTo(socket, '/AuthZPlugin.AuthZReq', JSON.stringify(question));
}

async function timeToCreate({ docker, image }: TestEngine): Promise<number> {
  const begun = performance.now();
  await docker('create', '--user', '1000', image, 'true');
  return performance.now() - begun;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;
