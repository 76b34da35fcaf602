import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { assess, builtin } from 'plimsoll';
import { connectHttps } from 'plimsoll/agent';
import { acceptDelivery, openFleetStore, type FleetStore } from 'plimsoll/hub';
import { sendSpooled } from '../src/fleet/agent/send-spooled.ts';
import { changed, delivered, enrolAll, recorded, testHost } from '../test/support/fleet.ts';
import { enrolAgentProcess, startHubProcess } from '../test/support/fleet-processes.ts';
import { highWater } from './high-water.ts';

/** How a hub does; times are of the processor where their names say so. */
export interface FleetFigures {
  readonly subjects: number;
  /** One reading as JSON, inflated and parsed: the floor. */
  readonly floorCpuMs: number;
  readonly changedCpuMs: number;
  readonly sameCpuMs: number;
  readonly wholeCpuMs: number;
  readonly hosts: number;
  readonly loadPerSecond: number;
  /** Of one core, what the hub takes beside what it takes while nobody says anything; 1 is all of it. */
  readonly coreShare: number;
  /** The same connections and bytes to a hub that refuses them at once: the floor. */
  readonly refusedShare: number;
  readonly residentBytes: number;
  readonly bytesADay: number;
  /** From the moment when the hub listens again until the last of all agents has its receipt. */
  readonly backMs: number;
  readonly lost: number;
  /** From a reading of an agent until the console answers with it. */
  readonly shownP50Ms: number;
  readonly shownP99Ms: number;
  /** One question to the console. */
  readonly askMs: number;
}

const base = recorded();
const tenant = 'default';
const judged = 300;
const fleet = 2_000;
/** Readings a second of 10,000 hosts, each every 15 minutes. */
const loadPerSecond = 10_000 / 900;
const loadSeconds = 60;
/** Of ten readings of a live engine, one has a workload that is other than before. */
const sameOfTen = 9;
const shown = 200;

const at = (turn: number): string => new Date(Date.now() - 3_600_000 + turn * 1_000).toISOString();
const worse = (turn: number) => changed(base, at(turn), { privileged: turn % 2 === 0 });

/** Judges in this process, then loads a hub of its own. */
export async function benchFleet(): Promise<FleetFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-fleet-'));
  try {
    return { ...(await benchJudge(join(folder, 'judge'))), ...(await benchHub(folder)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchJudge(folder: string) {
  const store = await openFleetStore(folder, { create: true });
  const hosts = Array.from({ length: judged }, (_, each) => testHost(`h${each}`, { tenant }));
  await enrolAll(store, hosts);
  const options = {
    catalog: 'c'.repeat(64),
    judge: (snapshot: Parameters<typeof assess>[0]) => assess(snapshot, { catalog: builtin }),
    tenant,
  };
  const take = async (envelopes: readonly (readonly Uint8Array[])[]): Promise<number> => {
    const before = process.cpuUsage();
    for (const bytes of envelopes.flat()) {
      await acceptDelivery(store, delivered(bytes), { ...options, now: new Date() });
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e3 / envelopes.length;
  };
  const wholeCpuMs = await take(hosts.map((host) => host.say(worse(1))));
  const changedCpuMs = await take(hosts.map((host) => host.say(worse(2))));
  const sameCpuMs = await take(
    hosts.map((host) => host.say({ ...worse(2), collectedAt: at(3) }, { reason: 'interval' })),
  );
  const packed = deflateRawSync(JSON.stringify(base));
  const before = process.cpuUsage();
  for (let round = 0; round < judged; round += 1) JSON.parse(String(inflateRawSync(packed)));
  const { user, system } = process.cpuUsage(before);
  await store.close();
  const floorCpuMs = (user + system) / 1e3 / judged;
  return { subjects: base.subjects.length, floorCpuMs, changedCpuMs, sameCpuMs, wholeCpuMs };
}

async function benchHub(folder: string) {
  const hub = await startHubProcess(join(folder, 'hub'));
  try {
    return await loadHub(hub, folder);
  } finally {
    await hub.close();
  }
}

async function loadHub(hub: HubProcess, folder: string) {
  const { data } = hub;
  const hosts = Array.from({ length: fleet }, (_, each) => testHost(`h${each}`, { tenant }));
  await enrolAll(hub.store, hosts);
  const address = {
    url: `https://127.0.0.1:${hub.port}`,
    certificate: readFileSync(join(data, 'hub.crt'), 'utf8'),
  };
  const send = async (host: string, envelopes: readonly Uint8Array[]): Promise<void> => {
    const carrier = connectHttps(address, host);
    for (const bytes of envelopes) await carrier.send(bytes);
    await carrier.close();
  };
  for (let from = 0; from < fleet; from += 8) {
    const some = hosts.slice(from, from + 8);
    await Promise.all(some.map((host) => send(host.host, host.say(worse(1)))));
  }
  /** The share of a core that the hub takes while something is sent at the pace of 10,000 hosts. */
  const paced = async (what: (turn: number) => Promise<unknown>): Promise<number> => {
    const before = cpuMs(hub.pid());
    const begun = performance.now();
    const sent: Promise<unknown>[] = [];
    for (let turn = 0; turn < loadPerSecond * loadSeconds; turn += 1) {
      await sleep(begun + (turn * 1_000) / loadPerSecond - performance.now());
      sent.push(what(turn));
    }
    await Promise.all(sent);
    return (cpuMs(hub.pid()) - before) / (performance.now() - begun);
  };
  const strangers = hosts.map(({ host }) => testHost(host, { tenant: 'other' }).say(base)[0]);
  const refusedShare = await paced((turn) =>
    send('stranger', [strangers[turn % fleet]?.subarray(0, 900) ?? Buffer.of()]).catch(() => {}),
  );
  const said = Array.from({ length: fleet }, () => 1);
  const sizeBefore = storeBytes(data);
  const coreShare = await paced((turn) => {
    const host = hosts[turn % fleet];
    const isSame = turn % 10 < sameOfTen;
    said[turn % fleet] = isSame ? 1 : 2;
    const snapshot = { ...worse(isSame ? 1 : 2), collectedAt: at(1_000 + turn) };
    return host ? send(host.host, host.say(snapshot)) : Promise.resolve();
  });
  const perReading = (storeBytes(data) - sizeBefore) / (loadPerSecond * loadSeconds);
  const residentBytes = highWater(hub.pid());
  const back = await benchReturn(hub, hosts, address, said);
  return {
    hosts: fleet,
    loadPerSecond,
    coreShare,
    refusedShare,
    residentBytes,
    bytesADay: perReading * loadPerSecond * 86_400,
    ...back,
    ...(await benchShown(hub, folder)),
  };
}

type HubProcess = Awaited<ReturnType<typeof startHubProcess>>;
type Address = Parameters<typeof connectHttps>[0];

/** Agents that have something to say find the hub gone, and it comes back. */
async function benchReturn(
  hub: HubProcess,
  hosts: readonly ReturnType<typeof testHost>[],
  address: Address,
  said: readonly number[],
) {
  await hub.end('SIGKILL');
  const ended: AbortController[] = [];
  const waiting = new Set(hosts);
  const sending = hosts.map((host, each) => {
    const snapshot = { ...worse(said[each] ?? 1), collectedAt: at(5_000) };
    const envelopes = host.say(snapshot, { reason: 'interval' });
    const { seq } = host.end();
    let isKept = false;
    const own = new AbortController();
    ended.push(own);
    return sendSpooled({
      carrier: connectHttps(address, host.host),
      signal: own.signal,
      onWant: () => {},
      // On no disk: two thousand of them are not one machine.
      spool: {
        state: () => ({
          waiting: isKept ? 0 : 1,
          bytes: 0,
          end: host.end(),
          receipted: 0,
          receiptedAt: null,
        }),
        append: () => false,
        from: (from) =>
          isKept || from > seq
            ? undefined
            : { seq, parts: envelopes.map((_, part) => String(part)) },
        read: (part) => envelopes[Number(part)] ?? Buffer.of(),
        receipt: () => {
          waiting.delete(host);
          isKept = true;
        },
      },
    });
  });
  // Long enough for all of them to have found out several times.
  await sleep(20_000);
  await hub.start();
  const begun = performance.now();
  const end = Date.now() + 180_000;
  while (waiting.size > 0 && Date.now() < end) await sleep(50);
  const backMs = performance.now() - begun;
  for (const each of ended) each.abort();
  await Promise.all(sending.map((each) => each.ended));
  return { backMs, lost: await lostOf(hub.store, hosts) };
}

async function lostOf(store: FleetStore, hosts: readonly ReturnType<typeof testHost>[]) {
  const rows = await store.read((db) =>
    db.selectFrom('fleet_host').select(['id', 'last_seq']).execute(),
  );
  const kept = new Map(rows.map(({ id, last_seq }) => [id, last_seq]));
  return hosts.filter((host) => kept.get(host.host) !== host.end().seq).length;
}

async function benchShown(hub: HubProcess, folder: string) {
  const agent = await enrolAgentProcess(hub, join(folder, 'shown'), 'shown');
  await agent.start();
  await agent.read(worse(1), 'start');
  await agent.settled();
  const lastSeq = async (): Promise<number> => {
    const answer = (await hub.ask('/api/v1/hosts/shown')) as { host: { lastSeq: number } };
    return answer.host.lastSeq;
  };
  const ours: number[] = [];
  for (let turn = 2; turn < shown + 2; turn += 1) {
    const begun = performance.now();
    agent.give(worse(turn));
    while ((await lastSeq()) < turn);
    ours.push(performance.now() - begun);
  }
  const asks: number[] = [];
  for (let turn = 0; turn < shown; turn += 1) {
    const begun = performance.now();
    await lastSeq();
    asks.push(performance.now() - begun);
  }
  await agent.end('SIGTERM');
  return {
    shownP50Ms: quantile(ours, 0.5),
    shownP99Ms: quantile(ours, 0.99),
    askMs: quantile(asks, 0.5),
  };
}

/** Bytes of the store with what is not in its main file yet. */
const storeBytes = (data: string): number =>
  ['fleet.db', 'fleet.db-wal'].reduce(
    (sum, file) => sum + (statSync(join(data, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

/** Milliseconds of the processor that a process has taken. */
function cpuMs(pid: number | undefined): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

/** What this share of values is at most. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;
