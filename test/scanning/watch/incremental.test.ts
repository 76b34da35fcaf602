import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { openReader } from '../../../src/collectors/collect/open-reader.ts';
import type { EngineEvent } from '../../../src/collectors/engine/events/engine-event.ts';
import { everything, forgottenBy } from '../../../src/collectors/engine/events/forgotten.ts';
import { settled } from '../../../src/core/snapshot/settled.ts';
import type { Snapshot } from '../../../src/core/snapshot/snapshot.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { createOperations, numbers } from './random-operations.ts';

/** How many operations, and which; more of them with PLIMSOLL_WATCH_OPERATIONS=500. */
const count = Number(process.env['PLIMSOLL_WATCH_OPERATIONS'] ?? 60);
const seed = Number(process.env['PLIMSOLL_WATCH_SEED'] ?? 1);

describeWithRoot('reading what changed', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine({ ownNetwork: true });
    await engine.docker('swarm', 'init', '--advertise-addr', '127.0.0.1');
  });
  afterAll(async () => {
    await engine.docker('swarm', 'leave', '--force').catch(() => '');
    await engine.stop();
  });

  test(
    `after any of ${count} operations (seed ${seed}) it is what reading everything gives`,
    async () => {
      const below = numbers(seed);
      const input = { targets: `unix://${engine.socket}`, fingerprintKey: randomBytes(32) };
      const reader = await openReader(input);
      const [target] = reader.engines;
      if (!target) throw new Error('There is no engine among the targets.');
      const events: (EngineEvent | undefined)[] = [];
      const ended = new AbortController();
      let following: Promise<unknown> = Promise.resolve();
      await new Promise<void>((onOpen) => {
        following = reader.follow(target, {
          signal: ended.signal,
          onOpen,
          onEvent: (event) => void events.push(event),
        });
      });
      await reader.read(new Date());
      const operate = createOperations(engine, below);
      let compared = 0;
      for (let done = 0; done < count; done += 1) {
        const last = await operate();
        if (below(2) === 0) continue;
        // What was started meanwhile may still be starting, and then both readings see another moment.
        const seen: (EngineEvent | undefined)[] = [];
        let [changed, whole] = [[''], ['']];
        for (
          let tries = 0;
          tries < 6 && (tries === 0 || !isDeepStrictEqual(changed, whole));
          tries += 1
        ) {
          await sleep(tries === 0 ? 300 : 1_000);
          seen.push(...events.splice(0));
          const known = seen.flatMap((event) => event ?? []);
          const old = known.length < seen.length ? everything : forgottenBy(known);
          const reading = await reader.read(new Date(), new Map([[target, old]]));
          changed = subjectsOf(reading.snapshot);
          whole = subjectsOf((await collect(input)).snapshot);
        }
        expect(changed, `after ${done + 1} operations, the last: ${last}`).toEqual(whole);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(count / 4);
      ended.abort();
      await following;
    },
    count * 10_000,
  );
});

const subjectsOf = ({ subjects }: Snapshot): string[] =>
  subjects.map((each) => JSON.stringify(settled(each)));
