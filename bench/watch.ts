import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get, request } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { cliPath } from '../test/support/cli.ts';
import type { TestEngine } from '../test/support/docker-engine.ts';
import { highWater } from './high-water.ts';

/** How a watch of a real engine does. */
export interface WatchFigures {
  readonly events: number;
  /** From the request that causes an event to the event, where nothing is behind the stream. */
  readonly floorP50Ms: number;
  readonly floorP99Ms: number;
  /** From the same request to the verdict. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly stormEvents: number;
  /** Readings that it took. */
  readonly stormReadings: number;
  readonly peakBytes: number;
  /** Share of one core while nothing happens, readings at an interval of 60 s among it; 1 is all of it. */
  readonly idleShare: number;
}

const [measured, stormed, idleMs] = [200, 10_000, 60_000];

/** Watches an engine while containers of it are paused and go on. */
export async function benchWatch(engine: TestEngine): Promise<WatchFigures> {
  const ids = (await engine.docker('ps', '--quiet', '--no-trunc')).split('\n');
  const toggle = createToggle(engine.socket, ids);

  const floor: number[] = [];
  const bare = openEvents(engine.socket);
  await bare.opened;
  for (let at = 0; at < measured; at += 1) floor.push(await timed(bare.next, toggle));
  bare.close();

  const watch = await startWatch(engine.socket);
  const ours: number[] = [];
  for (let at = 0; at < measured; at += 1) ours.push(await timed(watch.nextEvent, toggle));

  const before = watch.readings();
  await Promise.all(
    Array.from({ length: 8 }, async (_, worker) => {
      const own = createToggle(
        engine.socket,
        ids.filter((_id, at) => at % 8 === worker),
      );
      for (let at = 0; at < stormed / 8; at += 1) await own();
    }),
  );
  await watch.nextEventAfter(toggle);
  const stormReadings = watch.readings() - before;
  const peakBytes = highWater(watch.pid);

  await sleep(5_000);
  const idle = cpuMs(watch.pid);
  await sleep(idleMs);
  const idleShare = (cpuMs(watch.pid) - idle) / idleMs;
  await watch.end();
  return {
    events: measured,
    floorP50Ms: quantile(floor, 0.5),
    floorP99Ms: quantile(floor, 0.99),
    p50Ms: quantile(ours, 0.5),
    p99Ms: quantile(ours, 0.99),
    stormEvents: stormed,
    stormReadings,
    peakBytes,
    idleShare,
  };
}

async function timed(next: () => Promise<unknown>, cause: () => Promise<unknown>): Promise<number> {
  await sleep(100);
  const seen = next();
  const begun = performance.now();
  await cause();
  await seen;
  return performance.now() - begun;
}

/** Pauses the next container, or lets it go on: one event. */
function createToggle(socketPath: string, ids: readonly string[]): () => Promise<void> {
  const agent = new Agent({ keepAlive: true });
  let at = 0;
  return async () => {
    const id = ids[Math.floor(at / 2) % ids.length] ?? '';
    const path = `/containers/${id}/${at % 2 === 0 ? 'pause' : 'unpause'}`;
    at += 1;
    const asked = request({ socketPath, path, method: 'POST', agent });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
    answer.resume();
    await once(answer, 'end');
  };
}

/** The stream of events with nothing behind it. */
function openEvents(socketPath: string) {
  let take = (): void => {};
  const asked = get({ socketPath, path: '/events' });
  const open = async (): Promise<void> => {
    const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
    answer.on('data', () => take());
  };
  return {
    opened: open(),
    next: () =>
      new Promise<void>((resolve) => {
        take = resolve;
      }),
    close: () => void asked.destroy(),
  };
}

async function startWatch(socket: string) {
  const words = [cliPath, 'watch', `unix://${socket}`, '--json'];
  const child: ChildProcess = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('The watch has no output.');
  let [readings, events] = [0, 0];
  let changed = (): void => {};
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{"kind":"reading"')) return;
    readings += 1;
    events += (JSON.parse(line) as { events: number }).events;
    changed();
  });
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      await new Promise<void>((resolve) => {
        changed = resolve;
      });
    }
  };
  await until(() => readings > 0);
  return {
    pid: child.pid,
    readings: () => readings,
    nextEvent: () => {
      const seen = events;
      return until(() => events > seen);
    },
    /** Waits for what a further event brings, when everything before it was read. */
    nextEventAfter: async (cause: () => Promise<unknown>): Promise<void> => {
      await sleep(2_000);
      const seen = events;
      await cause();
      await until(() => events > seen);
    },
    end: async () => {
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

/** Milliseconds of the processor that a process has used; the kernel counts in hundredths of a second. */
function cpuMs(pid: number | undefined): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;
