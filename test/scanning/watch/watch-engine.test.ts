import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { assess } from '../../../src/core/assessment/assess.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import {
  watchEngine,
  type WatchChange,
  type WatchGap,
  type WatchOptions,
  type WatchReading,
} from '../../../src/scanning/watch/watch-engine.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { interceptEngine, type Interceptor } from '../../support/intercept-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

/** A watch of a test, with all that it said. */
interface Watched {
  readonly readings: WatchReading[];
  readonly changes: WatchChange[];
  readonly gaps: WatchGap[];
  readonly end: () => Promise<void>;
}

let watched: Watched | undefined;

async function watch(target: string, options: Partial<WatchOptions> = {}): Promise<Watched> {
  const ended = new AbortController();
  const [readings, changes, gaps]: [WatchReading[], WatchChange[], WatchGap[]] = [[], [], []];
  const running = watchEngine(target, {
    interval: 3_600,
    onReading: (reading) => void readings.push(reading),
    onChange: (change) => void changes.push(change),
    onGap: (gap) => void gaps.push(gap),
    ...options,
    signal: ended.signal,
  });
  const end = async (): Promise<void> => {
    ended.abort();
    await running;
  };
  watched = { readings, changes, gaps, end };
  await Promise.race([running, until(() => readings.length > 0)]);
  return watched;
}

/** Waits until something is so; the test's own time is the limit. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

const failuresOf = ({ changes }: Watched): readonly string[] =>
  changes.flatMap(({ difference }) =>
    difference.findings.flatMap(({ control, subject, after }) =>
      after === 'fail' ? [`${control} ${subject.name}`] : [],
    ),
  );

describeWithRoot('watching an engine', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let folder: string;
  let interceptor: Interceptor;
  const run = (name: string, ...options: readonly string[]): Promise<string> =>
    engine.docker(
      'run',
      '-d',
      '--network=none',
      '--name',
      name,
      ...options,
      engine.image,
      'sleep',
      '1000',
    );

  beforeAll(async () => {
    engine = await startEngine();
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-watch-'));
    interceptor = await interceptEngine(engine.socket, join(folder, 'between.sock'));
  });
  beforeEach(() => interceptor.decide(() => undefined));
  afterEach(async () => await watched?.end());
  afterAll(async () => {
    await interceptor.stop();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('tells of a privileged container, of a command in it as root, and of its end', async () => {
    const seen = await watch(`unix://${engine.socket}`);
    expect(seen.readings[0]).toMatchObject({ reason: 'start', eventCount: 0 });
    await run('bad', '--privileged');
    await until(() => failuresOf(seen).includes('workload-not-privileged bad'));
    const first = seen.changes.find(({ difference }) => difference.findings.length > 0);
    expect(first?.reading.events).toMatchObject({ 0: { type: 'container', name: 'bad' } });
    await engine.docker('exec', '-d', '-u', 'root', 'bad', 'sleep', '100');
    await until(() => failuresOf(seen).includes('workload-no-root-exec bad'));
    await engine.docker('rm', '-f', 'bad');
    const isGone = ({ difference }: WatchChange): boolean =>
      difference.findings.some(
        ({ control, after }) => control === 'workload-not-privileged' && after === null,
      );
    await until(() => seen.changes.some(isGone));
    expect(seen.gaps).toEqual([]);
  }, 60_000);

  test('judges the whole each time, as a scan of its snapshot does', async () => {
    const seen = await watch(`unix://${engine.socket}`);
    await run('again');
    await until(() => seen.readings.some(({ reason }) => reason === 'event'));
    const { snapshot, assessment } = seen.readings.at(-1) ?? {};
    if (!snapshot) throw new Error('There is no reading.');
    expect(assessment).toEqual(assess(snapshot, { catalog: builtin }));
    await engine.docker('rm', '-f', 'again');
  }, 60_000);

  test('does nothing for health checks, and for nothing', async () => {
    await run('healthy', '--health-cmd', 'true', '--health-interval', '200ms');
    const health = (): Promise<string> =>
      engine.docker('inspect', '-f', '{{.State.Health.Status}}', 'healthy');
    while ((await health()) !== 'healthy') await sleep(100);
    await sleep(500);
    const seen = await watch(`unix://${engine.socket}`);
    await sleep(3_000);
    expect(seen.readings.map(({ reason }) => reason)).toEqual(['start']);
    // The same words as another user are no health check.
    await engine.docker('exec', '-u', '1000', 'healthy', '/bin/sh', '-c', 'true');
    await until(() => seen.readings.some(({ reason }) => reason === 'event'));
    await engine.docker('rm', '-f', 'healthy');
  }, 60_000);

  test('finds at an interval what no event told, and says so', async () => {
    interceptor.decide((path) => (path.includes('/events') ? 'silence' : undefined));
    const seen = await watch(interceptor.target, { interval: 1 });
    await run('quiet');
    await until(() => seen.gaps.some(({ kind }) => kind === 'missed'));
    const endpoints = seen.gaps.flatMap((gap) => (gap.kind === 'missed' ? gap.endpoints : []));
    expect(endpoints.join('\n')).toMatch(/^\/containers\/[0-9a-f]{64}\/json/m);
    expect(seen.readings.filter(({ reason }) => reason === 'interval').length).toBeGreaterThan(0);
    expect(seen.readings.some(({ reason }) => reason === 'event')).toBe(false);
    await engine.docker('rm', '-f', 'quiet');
  }, 60_000);

  test('says when an engine told nothing, and reads everything when it tells again', async () => {
    const seen = await watch(interceptor.target);
    let isCut = true;
    interceptor.decide(() => (isCut ? { status: 500, body: { message: 'gone' } } : undefined));
    await interceptor.cut();
    await until(() => seen.gaps.length > 0);
    expect(seen.gaps[0]).toMatchObject({ kind: 'blind', target: interceptor.target, to: null });
    // Meanwhile what it would have is unknown, and no pass stands.
    await until(() => seen.readings.at(-1)?.assessment.summary.tally.pass === 0);
    await run('unseen', '--privileged');
    isCut = false;
    await until(() => failuresOf(seen).includes('workload-not-privileged unseen'));
    const [begun, over] = seen.gaps;
    if (begun?.kind !== 'blind' || over?.kind !== 'blind') throw new Error('No blind interval.');
    expect(over.from).toBe(begun.from);
    expect(Date.parse(over.to ?? '')).toBeGreaterThan(Date.parse(over.from));
    await engine.docker('rm', '-f', 'unseen');
  }, 90_000);

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'goes on after the engine was ended with %s and started again',
    async (signal) => {
      const seen = await watch(`unix://${engine.socket}`);
      await engine.restart(signal);
      await until(() => seen.gaps.some((gap) => gap.kind === 'blind' && gap.to !== null));
      await run('after', '--privileged');
      await until(() => failuresOf(seen).includes('workload-not-privileged after'));
      expect(seen.readings.at(-1)?.failures).toEqual([]);
      await engine.docker('rm', '-f', 'after');
    },
    120_000,
  );

  test('ends with what a function of the caller throws', async () => {
    const ended = new AbortController();
    const thrown = new Error('no more');
    const watching = watchEngine(`unix://${engine.socket}`, {
      signal: ended.signal,
      onReading: () => Promise.reject(thrown),
    });
    await expect(watching).rejects.toBe(thrown);
  }, 60_000);

  test('refuses targets of which none is an engine', async () => {
    const { signal } = new AbortController();
    await expect(watchEngine('host:/', { signal })).rejects.toMatchObject({
      code: 'target-unknown',
    });
  });
});
