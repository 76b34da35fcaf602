import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deflateJson, inflateJson } from '../../../src/syntax/json/deflated-json.ts';
import { acceptDelivery } from '../../../src/evidence/fleet/accept.ts';
import { checkFleet } from '../../../src/evidence/fleet/check.ts';
import { makeCheckpoint } from '../../../src/evidence/fleet/checkpoint.ts';
import { enrolHost, makeToken } from '../../../src/evidence/fleet/hosts.ts';
import { openFleetStore, type FleetStore } from '../../../src/evidence/fleet/open-fleet-store.ts';
import {
  fleetChanges,
  fleetGaps,
  parkedReadings,
} from '../../../src/evidence/fleet/query-events.ts';
import { fleetHost, fleetHosts, hostCounts } from '../../../src/evidence/fleet/query-hosts.ts';
import {
  failingSubjects,
  fleetDays,
  fleetTotals,
  hostStates,
  itemHosts,
} from '../../../src/evidence/fleet/query-standings.ts';
import { rebuildSnapshot } from '../../../src/evidence/fleet/rebuild.ts';
import { retireHost } from '../../../src/evidence/fleet/retire.ts';
import { findSilent } from '../../../src/evidence/fleet/silence.ts';
import { thinFleet } from '../../../src/evidence/fleet/thin.ts';
import { verifyLedger } from '../../../src/evidence/ledger/verify-ledger.ts';
import {
  changed,
  delivered,
  enrolAll,
  publicKeyOf,
  recorded,
  testHost,
  testJudge,
} from '../../support/fleet.ts';
import { describeWithPostgres } from '../../support/needs.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';

const base = recorded();
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 28, 9, minute)).toISOString();
const privileged = { privileged: true };

describe('in a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plimsoll-fleet-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  holds(() => openFleetStore(folder, { create: true }));
});

describeWithPostgres('in PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  holds(async () => {
    const store = await openFleetStore(server.url, { create: true });
    // One server for all cases: each begins with nothing.
    await store.write(async (db) => {
      await db.insertInto('fleet_thinning').values({ before: '' }).execute();
      for (const { name } of await db.introspection.getTables()) {
        if (!name.startsWith('fleet_') || name === 'fleet_schema') continue;
        await sql`delete from ${sql.table(name)}`.execute(db);
      }
    });
    return store;
  });
});

function holds(open: () => Promise<FleetStore>): void {
  let store: FleetStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());
  const accept = (bytes: Uint8Array | undefined, now = at(1), more = {}) =>
    acceptDelivery(store, delivered(bytes ?? Buffer.of(), more), {
      ...testJudge,
      tenant: 'acme',
      now: new Date(now),
    });
  const totalOf = async (item: string, label?: string) =>
    (await fleetTotals(store, { label })).find((each) => each.item === item)?.hosts;

  it('takes readings in once, and knows what changed, since when and why', async () => {
    const host = testHost('h1');
    await enrolAll(store, [host], { env: 'prod' });
    const [first] = host.say(base);
    expect(await accept(first)).toEqual({ kind: 'kept', host: 'h1', seq: 1, isNew: true });
    expect(await accept(first)).toEqual({ kind: 'kept', host: 'h1', seq: 1, isNew: false });
    const worse = changed(base, at(5), privileged);
    const subject = worse.subjects.find(
      ({ kind, name }) => kind === 'workload' && name.includes('shop-db'),
    );
    const events = [{ at: at(4), type: 'container', action: 'start', id: subject?.id ?? '' }];
    const [second] = host.say(worse, { reason: 'event', events });
    expect(second?.length).toBeLessThan(6_000);
    expect(await accept(second, at(6))).toMatchObject({ kind: 'kept', seq: 2, isNew: true });
    const [change] = await fleetChanges(store, { item: 'workload-not-privileged' });
    expect(change).toMatchObject({ host: 'h1', at: at(5), now: 'fail', cause: 'container start' });
    expect(change?.subject).toContain('shop-db');
    const [state] = await itemHosts(store, 'workload-not-privileged', { status: 'fail' });
    expect(state).toMatchObject({ host: 'h1', isSilent: false });
    expect(await totalOf('workload-not-privileged')).toEqual({ fail: 1 });
    expect(await totalOf('workload-not-privileged', 'env=prod')).toEqual({ fail: 1 });
    expect((await failingSubjects(store, 'h1'))['workload-not-privileged']?.length).toBe(
      state?.failing,
    );
    expect(await hostStates(store, 'h1')).not.toHaveLength(0);
    expect(await fleetDays(store, { host: 'h1' })).toHaveLength(1);
    expect(await checkFleet(store, testJudge)).toMatchObject({
      readings: 2,
      recomputed: 1,
      problems: [],
    });
  });

  it('makes the snapshot of any time anew, to the byte', async () => {
    const host = testHost('h1');
    await enrolAll(store, [host]);
    const worse = changed(base, at(5), privileged);
    for (const bytes of [...host.say(base), ...host.say(worse)]) await accept(bytes);
    expect((await rebuildSnapshot(store, 'h1', at(4))).snapshot).toEqual(base);
    expect((await rebuildSnapshot(store, 'h1')).snapshot).toEqual(worse);
    await expect(rebuildSnapshot(store, 'h1', '2020-01-01T00:00:00.000Z')).rejects.toThrow(
      'no reading',
    );
  });

  it('takes no reading that the host did not sign, or that another one signed', async () => {
    const [host, other] = [testHost('h1'), testHost('h2')];
    await enrolAll(store, [host, other]);
    const [bytes = Buffer.of()] = host.say(base);
    const envelope = inflateJson(bytes, 1e8) as { statement: string };
    const forged = { ...envelope, statement: envelope.statement.replace('"interval"', '"event"') };
    expect(await accept(deflateJson(forged))).toMatchObject({ kind: 'refused', reason: 'forged' });
    const [foreign] = testHost('h1', { key: other.key }).say(base);
    expect(await accept(foreign)).toMatchObject({ kind: 'refused', reason: 'forged' });
    expect(await accept(testHost('h9').say(base)[0])).toMatchObject({ reason: 'unknown-host' });
    expect(await accept(Buffer.from('poison'))).toMatchObject({
      kind: 'refused',
      reason: 'malformed',
    });
    expect(await accept(deflateJson([]))).toMatchObject({ kind: 'refused', reason: 'malformed' });
    const [parked] = await parkedReadings(store);
    expect(parked).toMatchObject({ host: 'h1', reason: 'forged', times: 2 });
    expect(await accept(bytes)).toMatchObject({ kind: 'kept' });
  });

  it('puts aside what forks a chain, and goes on with the one that was first', async () => {
    const host = testHost('h1');
    await enrolAll(store, [host]);
    await accept(host.say(base)[0]);
    const copy = testHost('h1', { key: host.key, from: host.end() });
    await accept(host.say(changed(base, at(5)))[0]);
    const [forked] = copy.say(changed(base, at(6)), { isWhole: true });
    expect(await accept(forked)).toMatchObject({ kind: 'parked', reason: 'forked' });
    const [again] = copy.say(changed(base, at(7)), { isWhole: true });
    expect(await accept(again)).toMatchObject({ kind: 'parked', reason: 'forked' });
    const [ahead] = copy.say(changed(base, at(8)), { isWhole: true });
    expect(await accept(ahead)).toMatchObject({ kind: 'parked', reason: 'forked' });
    expect(await accept(host.say(changed(base, at(9)))[0])).toMatchObject({ kind: 'kept', seq: 3 });
    expect(await fleetHosts(store, { condition: 'alarm' })).toMatchObject([
      { host: 'h1', alarm: 'forked' },
    ]);
    expect((await checkFleet(store)).problems).toEqual([]);
  });

  it('asks for what is missing, and says what was lost', async () => {
    const host = testHost('h1');
    await enrolAll(store, [host]);
    await accept(host.say(base)[0]);
    host.say(changed(base, at(5)));
    const [third] = host.say(changed(base, at(6), privileged));
    expect(await accept(third)).toEqual({ kind: 'wanted', host: 'h1', from: 2 });
    // As after a restart, while what was read before it is on its way.
    const [fourth] = host.say(changed(base, at(7), privileged), { isWhole: true, reason: 'start' });
    expect(await accept(fourth)).toEqual({ kind: 'wanted', host: 'h1', from: 2 });
    const [whole] = host.say(changed(base, at(8), privileged), { isWhole: true, reason: 'want' });
    expect(await accept(whole, at(9))).toMatchObject({ kind: 'kept', seq: 5 });
    expect(await accept(third)).toMatchObject({ kind: 'parked', reason: 'late' });
    expect(await fleetHost(store, 'h1')).toMatchObject({ condition: 'heard', lastSeq: 5 });
    expect(await fleetGaps(store)).toMatchObject([
      { host: 'h1', kind: 'lost', from_seq: 2, to_seq: 4 },
    ]);
    expect((await checkFleet(store, testJudge)).problems).toEqual([]);
  });

  it('puts aside what cannot be understood, with its reason, and begins anew with everything', async () => {
    const host = testHost('h1');
    await enrolAll(store, [host]);
    await accept(host.say(base)[0]);
    const [odd] = host.say({ ...changed(base, at(5)), version: '9.0' });
    expect(await accept(odd)).toMatchObject({ kind: 'parked', reason: 'not-judged' });
    expect(await accept(odd)).toMatchObject({ kind: 'kept', isNew: false });
    const [next] = host.say(changed(base, at(6), privileged));
    expect(await accept(next)).toMatchObject({ kind: 'parked', reason: 'root-differs' });
    const [whole] = host.say(changed(base, at(7)), { isWhole: true });
    expect(await accept(whole)).toMatchObject({ kind: 'kept', seq: 4 });
    const [last] = host.say(changed(base, at(8)));
    expect(await accept(last, at(9), { isLast: true })).toMatchObject({ kind: 'parked' });
    expect(
      await accept(
        testHost('h1', { key: host.key, from: host.end(), tenant: 'evil' }).say(base)[0],
      ),
    ).toMatchObject({
      kind: 'parked',
      reason: 'foreign',
    });
    expect((await checkFleet(store, testJudge)).problems).toEqual([]);
  });

  it('takes a reading in parts, in any order', async () => {
    const host = testHost('h1');
    await enrolAll(store, [host]);
    const [bytes = Buffer.of()] = host.say(base);
    const envelope = inflateJson(bytes, 1e8) as { bodies: string[] };
    const part = (from: number, to: number, more: boolean): Uint8Array =>
      deflateJson({ ...envelope, bodies: envelope.bodies.slice(from, to), more });
    expect(await accept(part(4, 9, true))).toEqual({ kind: 'part', host: 'h1', seq: 1 });
    expect(await accept(part(0, 4, true))).toEqual({ kind: 'part', host: 'h1', seq: 1 });
    expect(await accept(part(9, 99, false))).toMatchObject({ kind: 'kept', seq: 1 });
    expect(await store.read((db) => db.selectFrom('fleet_part').select('hash').execute())).toEqual(
      [],
    );
  });

  it('counts hosts that are not heard as silent, and as what they are once they are', async () => {
    const hosts = [testHost('h1'), testHost('h2'), testHost('h3')];
    await enrolAll(store, hosts);
    for (const host of hosts.slice(0, 2)) await accept(host.say(base)[0], at(0));
    await accept(hosts[1]?.say(changed(base, at(40)))[0], at(40));
    const before = await totalOf('workload-not-privileged');
    expect(before).toEqual({ fail: 2 });
    expect(await findSilent(store, 30 * 60_000, new Date(at(45)))).toEqual(['h1', 'h3']);
    expect(await findSilent(store, 30 * 60_000, new Date(at(46)))).toEqual([]);
    expect(await totalOf('workload-not-privileged')).toEqual({ fail: 1, silent: 1 });
    expect(await hostCounts(store)).toEqual({
      heard: 1,
      silent: 1,
      'never-heard': 1,
      retired: 0,
      alarm: 0,
    });
    expect(
      (await itemHosts(store, 'workload-not-privileged', { status: 'silent' })).map(
        ({ host }) => host,
      ),
    ).toEqual(['h1']);
    expect((await checkFleet(store, testJudge)).problems).toEqual([]);
    await accept(hosts[0]?.say(changed(base, at(50)))[0], at(50));
    expect(await totalOf('workload-not-privileged')).toEqual(before);
    expect(await fleetGaps(store, { host: 'h1' })).toMatchObject([
      { kind: 'silent', from_at: at(45), to_at: at(50) },
    ]);
    await retireHost(store, 'h2', new Date(at(55)));
    expect(await totalOf('workload-not-privileged')).toEqual({ fail: 1 });
    expect(await accept(hosts[1]?.say(changed(base, at(56)))[0])).toMatchObject({
      kind: 'refused',
      reason: 'retired',
    });
    expect((await checkFleet(store, testJudge)).problems).toEqual([]);
  });

  it('writes the ends of all chains into the ledger, and finds what was changed since', async () => {
    const hosts = [testHost('h1'), testHost('h2')];
    await enrolAll(store, hosts);
    for (const host of hosts) await accept(host.say(base)[0]);
    const { ledgerSeq, hosts: count } = await makeCheckpoint(store, new Date(at(30)));
    expect(count).toBe(2);
    const ledger = await store.openLedger();
    expect((await verifyLedger(ledger)).problems).toEqual([]);
    expect((await verifyLedger(ledger)).last?.seq).toBe(ledgerSeq);
    await ledger.close();
    expect(await checkFleet(store)).toMatchObject({ checkpoints: 1, problems: [] });
    await expect(
      store.write((db) => db.updateTable('fleet_reading').set({ reason: 'x' }).execute()),
    ).rejects.toThrow('append-only');
    // Whoever can write the file can lift what refuses it; a flipped byte is found all the same.
    await store.write(async (db) => {
      await db.insertInto('fleet_thinning').values({ before: '' }).execute();
      const row = await db
        .selectFrom('fleet_body')
        .select(['hash', 'content'])
        .orderBy('hash')
        .executeTakeFirstOrThrow();
      const content = Buffer.from(new Uint8Array(row.content as ArrayBuffer));
      content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
      await db.deleteFrom('fleet_body').where('hash', '=', row.hash).execute();
      await db.insertInto('fleet_body').values({ hash: row.hash, content }).execute();
      await db.deleteFrom('fleet_thinning').execute();
    });
    const { problems } = await checkFleet(store);
    expect(problems.map(({ problem }) => problem).join()).toMatch(/the body \w{12} was changed/);
  });

  it('thins what is old to one reading a day, says so, and keeps what is left whole', async () => {
    const host = testHost('h1');
    await enrolAll(store, [host]);
    for (const minute of [0, 10, 20]) {
      await accept(
        host.say(changed(base, at(minute), { privileged: minute === 10 }))[0],
        at(minute),
      );
    }
    const later = '2027-04-01T00:00:00.000Z';
    await accept(host.say(changed(base, later))[0], later);
    const { readings, bodies } = await thinFleet(
      store,
      { readingDays: 90, changeDays: 1_096 },
      new Date(later),
    );
    expect(readings).toBe(2);
    expect(bodies).toBeGreaterThan(1);
    expect(await fleetGaps(store)).toMatchObject([{ kind: 'thinned', from_seq: 1, to_seq: 2 }]);
    expect((await rebuildSnapshot(store, 'h1', at(30))).snapshot.collectedAt).toBe(at(20));
    expect((await checkFleet(store, testJudge)).problems).toEqual([]);
  });

  it('enrols by a token as often as it says, and gives no name twice', async () => {
    const now = new Date(at(0));
    const token = await makeToken(store, { labels: { env: 'prod' }, uses: 1, days: 1 }, now);
    const [one, two] = [testHost('h1'), testHost('h2')];
    const [keyOne, keyTwo] = [await publicKeyOf(one.key), await publicKeyOf(two.key)];
    expect(await enrolHost(store, { host: 'h1', key: keyOne, token }, now)).toEqual({
      env: 'prod',
    });
    expect(await enrolHost(store, { host: 'h1', key: keyOne, token }, now)).toEqual({
      env: 'prod',
    });
    const refused = async (enrolment: Parameters<typeof enrolHost>[1], why: string, when = now) =>
      expect(enrolHost(store, enrolment, when)).rejects.toThrow(why);
    await refused({ host: 'h1', key: keyTwo, token }, 'already');
    await refused({ host: 'h2', key: keyTwo, token }, 'used up');
    await refused({ host: 'h2', key: keyTwo, token: 'x' }, 'does not hold');
    await refused({ host: '../h2', key: keyTwo, token }, 'name');
    await refused({ host: 'h2', key: 'AAAA', token }, 'key');
    await refused({ host: 'h1', key: keyOne, token }, 'does not hold', new Date('2026-12-30'));
    expect(await fleetHost(store, 'h1')).toMatchObject({
      condition: 'never-heard',
      labels: { env: 'prod' },
    });
  });
}
