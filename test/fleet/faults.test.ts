import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fleetHost } from '../../src/evidence/fleet/query-hosts.ts';
import { rebuildSnapshot } from '../../src/evidence/fleet/rebuild.ts';
import { readSpoolState } from '../../src/fleet/agent/spool.ts';
import { connectHttps } from '../../src/fleet/carriers/https/connect-https.ts';
import { readEnrolled } from '../../src/fleet/enrolment/enrol.ts';
import { deflateJson } from '../../src/syntax/json/deflated-json.ts';
import { changed, recorded, testHost } from '../support/fleet.ts';
import {
  accountOf,
  agentProcess,
  enrolAgentProcess,
  startHubProcess,
  until,
  type AgentOptions,
  type AgentProcess,
  type HubProcess,
} from '../support/fleet-processes.ts';
import { describeEveryFault, describeWithPostgres, describeWithRoot } from '../support/needs.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRelay } from '../support/tcp-relay.ts';

// Every fault here befalls processes of the package as it is built: agents, a hub, a database, disks and networks.

const base = recorded();
let folder = '';
const running: AgentProcess[] = [];
const cleanups: (() => unknown)[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-faults-'));
});
afterAll(async () => {
  for (const agent of running) await agent.end('SIGKILL');
  for (const each of cleanups.toReversed()) await each();
  rmSync(folder, { recursive: true });
});

let turn = 0;
/** The recorded host, in which something is other than before. */
const next = () => {
  turn += 1;
  const at = new Date(Date.now() - 1_000_000 + turn * 1_000).toISOString();
  return changed(base, at, { privileged: turn % 2 === 0, pidsLimit: turn });
};

const startAgent = async (
  hub: HubProcess,
  host: string,
  options: AgentOptions = {},
): Promise<AgentProcess> => {
  const agent = await enrolAgentProcess(hub, join(folder, host), host, options);
  running.push(agent);
  await agent.start();
  return agent;
};

/** All that a host said is in the store once, and nothing of it is missing. */
const isWhole = async (hub: HubProcess, agent: AgentProcess): Promise<void> => {
  await agent.settled();
  const account = await accountOf(hub.store, agent.host, agent.said());
  expect(account).toMatchObject({ twice: [], unaccounted: [] });
  // The hub counts no further than what the host said.
  expect(Math.max(...account.kept)).toBeLessThanOrEqual(Math.max(...agent.said()));
};

const missingSchema = z.object({
  parked: z.array(z.object({ reason: z.string() })),
  gaps: z.array(z.object({ kind: z.string(), detail: z.string() })),
});
/** What the console says is missing of a host. */
const missingIn = async (hub: HubProcess, host: string) => {
  const { parked, gaps } = missingSchema.parse(await hub.ask(`/api/v1/missing?host=${host}`));
  return { parked: parked.map(({ reason }) => reason), gaps: gaps.map(({ kind }) => kind) };
};
const hostIn = async (hub: HubProcess, host: string) =>
  z
    .object({
      host: z.object({
        lastSeq: z.number(),
        condition: z.string(),
        skewMs: z.number(),
        alarm: z.string().nullable(),
      }),
    })
    .parse(await hub.ask(`/api/v1/hosts/${host}`)).host;
/** Nothing in the store was changed, and what is shown is what is judged anew. */
const checks = async (hub: HubProcess): Promise<void> =>
  expect(await hub.command('check', '--recompute')).toMatchObject({ problems: [] });

describe('a hub with its store in a folder', () => {
  let hub: HubProcess;
  beforeAll(async () => {
    hub = await startHubProcess(join(folder, 'hub'));
    cleanups.push(hub.close);
  });

  it('has all that an agent kept which was killed while it wrote', async () => {
    const agent = await startAgent(hub, 'killed');
    await agent.read(next(), 'start');
    for (const wait of [5, 40, 90]) {
      for (let at = 0; at < 20; at += 1) agent.give(next());
      await sleep(wait);
      await agent.end('SIGKILL');
      await agent.start();
      // What it does not remember to have said, it says anew and whole.
      await agent.read(next(), 'start');
    }
    const last = next();
    await agent.read(last);
    await agent.settled();
    const { kept, twice, unaccounted } = await accountOf(hub.store, agent.host, agent.said());
    expect({ twice, unaccounted }).toEqual({ twice: [], unaccounted: [] });
    // What was said last by a process that could not say so any more is there as well: no hole.
    expect(kept).toEqual(Array.from(kept, (_, at) => at + 1));
    expect((await rebuildSnapshot(hub.store, agent.host)).snapshot).toEqual(last);
    expect(await hostIn(hub, agent.host)).toMatchObject({ lastSeq: kept.length, alarm: null });
    await checks(hub);
  }, 120_000);

  it('is killed after it kept a reading and before its receipt, and has it once', async () => {
    const relay = await startRelay(hub.port);
    cleanups.push(relay.close);
    const agent = await startAgent(hub, 'receipt', { url: `https://127.0.0.1:${relay.port}` });
    await agent.read(next(), 'start');
    await agent.settled();
    for (let round = 0; round < 3; round += 1) {
      const answered = relay.cutBeforeAnswer(500);
      const seq = await agent.read(next());
      await answered;
      await hub.end('SIGKILL');
      expect((await fleetHost(hub.store, agent.host))?.lastSeq).toBe(seq);
      expect(readSpoolState(join(agent.folder, 'spool')).waiting).toBe(1);
      await hub.start();
      await agent.settled();
    }
    await isWhole(hub, agent);
    expect(await missingIn(hub, agent.host)).toEqual({ parked: [], gaps: [] });
    await checks(hub);
  }, 120_000);

  it('keeps nothing of what a stranger signed, and goes on over what it cannot take in', async () => {
    const agent = await startAgent(hub, 'signed');
    const other = await startAgent(hub, 'stranger');
    await agent.read(next(), 'start');
    await other.read(next(), 'start');
    await isWhole(hub, agent);
    await agent.end('SIGKILL');
    const { tenant, key, ...enrolled } = readEnrolled(agent.folder);
    const send = async (bytes: Uint8Array | undefined, host = agent.host) => {
      const carrier = connectHttps(enrolled, host);
      const words: unknown[] = [];
      carrier.onWord((word) => words.push(word));
      try {
        await carrier.send(bytes ?? Buffer.of());
        return words;
      } catch (error) {
        return String(error);
      } finally {
        await carrier.close();
      }
    };
    const strange = testHost(agent.host, { tenant, key: readEnrolled(other.folder).key });
    expect(await send(strange.say(next())[0])).toContain('forged');
    // It says in one place that it is another host, and in the other that it is itself.
    expect(await send(strange.say(next(), { isWhole: true })[0], other.host)).toContain('forged');
    expect(await send(Buffer.from('poison'))).toContain('malformed');
    expect(await send(deflateJson('0'.repeat(64 * 1024 * 1024)))).toContain('malformed');
    expect(hub.isRunning()).toBe(true);
    const row = await hub.store.read((db) =>
      db
        .selectFrom('fleet_host')
        .select(['last_seq', 'last_hash'])
        .where('id', '=', agent.host)
        .executeTakeFirstOrThrow(),
    );
    const from = { seq: row.last_seq, hash: row.last_hash };
    const own = testHost(agent.host, { tenant, key, from });
    const replayed = own.say(next(), { isWhole: true })[0];
    expect(await send(replayed)).toEqual([{ word: 'receipt', seq: from.seq + 1 }]);
    expect(await send(replayed)).toEqual([{ word: 'receipt', seq: from.seq + 1 }]);
    // Signed, and of a form that this release does not know.
    const unread = own.say({ ...next(), version: '9.0' })[0];
    expect(await send(unread)).toMatchObject([{ parked: 'not-judged' }, { word: 'want' }]);
    const number = testHost(agent.host, { tenant, key, from }).say(next(), { isWhole: true })[0];
    expect(await send(number)).toMatchObject([{ parked: 'forked' }]);
    const { twice, kept } = await accountOf(hub.store, agent.host, []);
    expect({ twice, kept }).toEqual({ twice: [], kept: [1, 2] });
    const { parked, gaps } = await missingIn(hub, agent.host);
    expect(parked.toSorted()).toEqual(['forged', 'forked', 'not-judged']);
    expect(gaps).toEqual(['parked']);
    expect(await hostIn(hub, agent.host)).toMatchObject({ condition: 'alarm', alarm: 'forked' });
    await checks(hub);
  }, 120_000);

  describeEveryFault('a host after the other', () => {
    it('goes on with the first of two hosts of which one is a copy of the disk', async () => {
      const agent = await startAgent(hub, 'copied');
      await agent.read(next(), 'start');
      await agent.settled();
      const copy = agentProcess(join(folder, 'copy'), agent.host);
      cpSync(agent.folder, copy.folder, { recursive: true });
      running.push(copy);
      await copy.start();
      await agent.read(next());
      await agent.settled();
      await copy.read(next(), 'start');
      await copy.settled();
      const last = next();
      await agent.read(last);
      await isWhole(hub, agent);
      expect((await rebuildSnapshot(hub.store, agent.host)).snapshot).toEqual(last);
      expect((await missingIn(hub, agent.host)).parked).toEqual(['forked']);
      expect(await hostIn(hub, agent.host)).toMatchObject({ alarm: 'forked', lastSeq: 3 });
      expect(await hub.ask('/en/silent')).toContain('copied');
      await checks(hub);
    }, 120_000);

    it('dates nothing to the future, and shows by how much the clock of a host is wrong', async () => {
      const hour = 3_600_000;
      for (const [host, clockMs] of [
        ['ahead', hour],
        ['behind', -hour],
      ] as const) {
        const agent = await startAgent(hub, host, { clockMs });
        const at = (ms: number): string => new Date(Date.now() + clockMs + ms).toISOString();
        await agent.read({ ...base, collectedAt: at(0) }, 'start');
        await agent.read(changed(base, at(1), { privileged: true }));
        await isWhole(hub, agent);
        const { skewMs } = await hostIn(hub, host);
        expect(Math.abs(skewMs + clockMs)).toBeLessThan(60_000);
        const changes = await hub.store.read((db) =>
          db.selectFrom('fleet_change').select('at').where('host', '=', host).execute(),
        );
        expect(changes.length).toBeGreaterThan(0);
        expect(changes.filter((each) => each.at > new Date().toISOString())).toEqual([]);
      }
      await checks(hub);
    }, 120_000);

    it('names a byte of its store that was changed while it was down', async () => {
      const agent = await startAgent(hub, 'flipped');
      await agent.read(next(), 'start');
      await isWhole(hub, agent);
      await hub.end('SIGKILL');
      let kept: { hash: string; content: unknown } = { hash: '', content: undefined };
      const put = (content: unknown) =>
        hub.store.write(async (db) => {
          await db.insertInto('fleet_thinning').values({ before: '' }).execute();
          await db.deleteFrom('fleet_body').where('hash', '=', kept.hash).execute();
          await db
            .insertInto('fleet_body')
            .values({ hash: kept.hash, content: content as never })
            .execute();
          await db.deleteFrom('fleet_thinning').execute();
        });
      kept = await hub.store.read((db) =>
        db
          .selectFrom('fleet_body')
          .select(['hash', 'content'])
          .orderBy('hash')
          .executeTakeFirstOrThrow(),
      );
      const content = Buffer.from(new Uint8Array(kept.content as ArrayBuffer));
      const whole = Buffer.from(content);
      content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
      await put(content);
      await hub.start();
      expect(JSON.stringify(await hub.command('check'))).toMatch(/the body \w{12} was changed/);
      await put(whole);
      await checks(hub);
    }, 120_000);
  });
});

describeEveryFault('disks, networks and databases', () => {
  describeWithRoot(
    'full disks and cut networks',
    ['mount', 'umount', 'ip', 'unshare', 'nsenter'],
    () => {
      const command = (program: string, ...words: readonly string[]): void => {
        const { status, stderr } = spawnSync(program, words);
        if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${String(stderr)}`);
      };
      /** A disk of its own size. */
      const disk = (name: string, size: string): string => {
        const place = join(folder, name);
        mkdirSync(place);
        command('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place);
        cleanups.push(() => command('umount', '-l', place));
        return place;
      };

      it('keeps what it has where the disk of the spool is full, and says what it could not', async () => {
        const hub = await startHubProcess(join(folder, 'hub-of-spool'));
        cleanups.push(hub.close);
        const place = disk('small', '192k');
        const agent = await enrolAgentProcess(hub, place, 'small');
        running.push(agent);
        await agent.start();
        await agent.read(next(), 'start');
        await agent.settled();
        await hub.end('SIGKILL');
        let refused = 0;
        for (let at = 0; refused < 5 && at < 200; at += 1) {
          if ((await agent.read(next())) === null) refused += 1;
        }
        expect(refused).toBe(5);
        const { waiting } = readSpoolState(join(place, 'spool'));
        expect(waiting).toBe(agent.said().length - 1);
        // Whatever else is on the disk takes the rest of it.
        const ballast = join(place, 'ballast');
        spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=512', 'count=1000']);
        await hub.start();
        await isWhole(hub, agent);
        rmSync(ballast);
        const last = next();
        await agent.read(last);
        await isWhole(hub, agent);
        expect((await rebuildSnapshot(hub.store, agent.host)).snapshot).toEqual(last);
        expect((await missingIn(hub, agent.host)).gaps).toEqual(['merged']);
        await checks(hub);
      }, 120_000);

      it('gives no receipt where the disk of the store is full, and has it all once there is room', async () => {
        const place = disk('hub-disk', '6m');
        const hub = await startHubProcess(place);
        cleanups.push(hub.close);
        const agent = await startAgent(hub, 'waits');
        await agent.read(next(), 'start');
        await agent.settled();
        spawnSync('dd', ['if=/dev/zero', `of=${join(place, 'ballast')}`, 'bs=4k']);
        for (let at = 0; at < 10; at += 1) await agent.read(next());
        await until('the agent says that it cannot send', () => agent.troubles().length > 0);
        expect(hub.said()).toContain('no space left');
        expect(readSpoolState(join(agent.folder, 'spool')).waiting).toBeGreaterThan(0);
        rmSync(join(place, 'ballast'));
        await isWhole(hub, agent);
        expect(await missingIn(hub, agent.host)).toEqual({ parked: [], gaps: [] });
        await checks(hub);
      }, 120_000);

      it('says what it could not keep while the network was away for longer than the spool lasts', async () => {
        const hub = await startHubProcess(join(folder, 'hub-of-network'));
        cleanups.push(hub.close);
        const space: ChildProcess = spawn('unshare', ['-n', 'sleep', '600'], { stdio: 'ignore' });
        cleanups.push(async () => {
          const gone = once(space, 'exit');
          space.kill('SIGKILL');
          await gone;
        });
        const pid = String(space.pid);
        const [near, far] = [`pa${pid}`.slice(0, 15), `pb${pid}`.slice(0, 15)];
        const inside = (...words: readonly string[]): void =>
          command('nsenter', `--net=/proc/${pid}/ns/net`, '--', 'ip', ...words);
        await until('a network of its own', () => {
          try {
            command('ip', 'link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', pid);
            return true;
          } catch {
            return false;
          }
        });
        command('ip', 'address', 'add', '198.18.77.1/30', 'dev', near);
        command('ip', 'link', 'set', near, 'up');
        inside('address', 'add', '198.18.77.2/30', 'dev', far);
        inside('link', 'set', far, 'up');
        const agent = await startAgent(hub, 'cut', {
          url: `https://198.18.77.1:${hub.port}`,
          networkOf: Number(pid),
          spoolAtMost: 60_000,
        });
        await agent.read(next(), 'start');
        await agent.settled();
        command('ip', 'link', 'set', near, 'down');
        let refused = 0;
        for (let at = 0; refused < 5 && at < 200; at += 1) {
          if ((await agent.read(next())) === null) refused += 1;
        }
        expect(refused).toBe(5);
        command('ip', 'link', 'set', near, 'up');
        await agent.settled();
        const last = next();
        await agent.read(last);
        await isWhole(hub, agent);
        expect((await rebuildSnapshot(hub.store, agent.host)).snapshot).toEqual(last);
        expect((await missingIn(hub, agent.host)).gaps).toEqual(['merged']);
        expect(await hub.ask('/en/silent')).toContain('cut');
        await checks(hub);
      }, 180_000);
    },
  );

  describeWithPostgres('a hub with its store in PostgreSQL', () => {
    it('has everything once after the database was killed again and again', async () => {
      const server = await startPostgres();
      cleanups.push(server.stop);
      const hub = await startHubProcess(join(folder, 'hub-of-postgres'), server.url);
      cleanups.push(hub.close);
      const agents = [await startAgent(hub, 'pg-1'), await startAgent(hub, 'pg-2')];
      for (const agent of agents) await agent.read(next(), 'start');
      for (const wait of [20, 150, 400]) {
        for (let at = 0; at < 10; at += 1) for (const agent of agents) agent.give(next());
        await sleep(wait);
        await server.kill();
        for (const agent of agents) await agent.read(next());
        await server.restart();
      }
      for (const agent of agents) {
        await isWhole(hub, agent);
        const { kept } = await accountOf(hub.store, agent.host, agent.said());
        expect(kept).toEqual(Array.from(kept, (_, at) => at + 1));
        expect(kept.length).toBe(agent.said().length);
        expect(await missingIn(hub, agent.host)).toEqual({ parked: [], gaps: [] });
      }
      expect(hub.isRunning()).toBe(true);
      await checks(hub);
    }, 180_000);
  });
});
