import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../src/core/fleet/carrier.ts';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { acceptDelivery } from '../../src/evidence/fleet/accept.ts';
import { checkFleet } from '../../src/evidence/fleet/check.ts';
import { enrolHost, makeToken } from '../../src/evidence/fleet/hosts.ts';
import { openFleetStore, type FleetStore } from '../../src/evidence/fleet/open-fleet-store.ts';
import { fleetGaps } from '../../src/evidence/fleet/query-events.ts';
import { fleetHost } from '../../src/evidence/fleet/query-hosts.ts';
import { rebuildSnapshot } from '../../src/evidence/fleet/rebuild.ts';
import { runAgent, type WatchedReading } from '../../src/fleet/agent/run-agent.ts';
import { openSpool } from '../../src/fleet/agent/spool.ts';
import { connectHttps } from '../../src/fleet/carriers/https/connect-https.ts';
import { connectHub } from '../../src/fleet/enrolment/connect-hub.ts';
import {
  serveHttps,
  type HttpsOptions,
  type Served,
} from '../../src/fleet/carriers/https/serve-https.ts';
import {
  admitHost,
  makeNatsAccounts,
  natsConfiguration,
  type NatsAccounts,
} from '../../src/fleet/carriers/nats/accounts.ts';
import { serveNats } from '../../src/fleet/carriers/nats/serve-nats.ts';
import { makeCertificate, pinOf } from '../../src/fleet/carriers/https/certificate.ts';
import { enrolAgent, joinToken, readEnrolled } from '../../src/fleet/enrolment/enrol.ts';
import { changed, recorded, testJudge } from '../support/fleet.ts';
import { startNats, type TestNats } from '../support/nats.ts';
import { describeWithPrograms } from '../support/needs.ts';

const base = recorded();
const certificate = makeCertificate(['127.0.0.1'], new Date());
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 28, 9, minute)).toISOString();

let folder = '';
let store: FleetStore;
let served: Served;
let port = 0;
/** What becomes of an outcome before it is answered. */
let spoil: (outcome: Outcome) => Outcome = (outcome) => outcome;

/** NATS servers in between; absent where agents send to the hub itself. */
let nats: { readonly servers: readonly string[]; readonly accounts: NatsAccounts } | undefined;

const serve = async (): Promise<void> => {
  const take: HttpsOptions['take'] = async (delivery) =>
    spoil(await acceptDelivery(store, delivery, { ...testJudge, tenant: 'acme', now: new Date() }));
  const https = await serveHttps({
    certificate,
    host: '127.0.0.1',
    port,
    take,
    enrol: async ({ natsKey = '', ...enrolment }) => ({
      tenant: 'acme',
      labels: await enrolHost(store, enrolment, new Date()),
      ...(nats && {
        nats: {
          servers: nats.servers,
          jwt: admitHost(nats.accounts, enrolment.host, natsKey, new Date()),
        },
      }),
    }),
  });
  port = Number(new URL(https.url).port);
  const taking =
    nats &&
    (await serveNats({
      place: {
        servers: nats.servers,
        jwt: nats.accounts.hubJwt,
        key: nats.accounts.hubKey,
      },
      tenant: 'acme',
      take,
      onTrouble: () => {},
    }));
  served = {
    url: https.url,
    close: async () => {
      await taking?.close();
      await https.close();
    },
  };
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-fleet-'));
  store = await openFleetStore(join(folder, 'hub'), { create: true });
  port = 0;
  await serve();
});
afterEach(async () => {
  spoil = (outcome) => outcome;
  await served.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const enrol = async (host = 'h1') => {
  const secret = await makeToken(store, { labels: { env: 'prod' }, uses: 1, days: 1 }, new Date());
  const token = joinToken(secret, pinOf(certificate.cert));
  return enrolAgent(join(folder, host), { url: served.url, token, host });
};

/** Runs the agent of a host that reads what it is given. */
async function start(host = 'h1') {
  const ended = new AbortController();
  const enrolled = readEnrolled(join(folder, host));
  const spool = openSpool(join(folder, host, 'spool'));
  const carrier = await connectHub(enrolled);
  let give = (_: WatchedReading): void => {};
  const done = runAgent({
    identity: enrolled,
    spool,
    carrier,
    signal: ended.signal,
    watch: ({ onReading, signal }) => {
      give = onReading;
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve());
      });
    },
  });
  return {
    spool,
    read: (snapshot: Snapshot, reason: WatchedReading['reason'] = 'event') =>
      give({ snapshot, assessment: testJudge.judge(snapshot), events: [], reason }),
    end: async () => {
      ended.abort();
      await done;
    },
  };
}

/** Waits, for as long as a slow machine needs. */
const until = <T>(check: () => T | Promise<T>) =>
  vi.waitFor(check, { timeout: 30_000, interval: 20 });
const seqAt = async (seq: number) =>
  until(async () => expect((await fleetHost(store, 'h1'))?.lastSeq).toBe(seq));

describe('by HTTPS', carries);

describeWithPrograms('by a stream of NATS', ['nats-server'], () => {
  let servers: TestNats;
  beforeAll(async () => {
    const accounts = makeNatsAccounts('acme', new Date());
    servers = await startNats(natsConfiguration(accounts));
    nats = { servers: servers.urls, accounts };
  });
  afterAll(async () => {
    nats = undefined;
    await servers.stop();
  });
  carries();
});

/** What holds whatever carries the readings. */
function carries(): void {
  it('carries what a host reads into the ledger, and lets go of it on the receipt', async () => {
    expect(await enrol()).toMatchObject({ tenant: 'acme', labels: { env: 'prod' } });
    const agent = await start();
    agent.read(base, 'start');
    agent.read(changed(base, at(1), { privileged: true }));
    // Nothing changed, and nothing is said.
    agent.read(changed(base, at(2), { privileged: true }));
    await seqAt(2);
    await until(() => expect(agent.spool.state()).toMatchObject({ waiting: 0, receipted: 2 }));
    agent.read(changed(base, at(3), { privileged: true }), 'interval');
    await seqAt(3);
    await agent.end();
    expect((await rebuildSnapshot(store, 'h1')).snapshot.collectedAt).toBe(at(3));
    expect((await checkFleet(store, testJudge)).problems).toEqual([]);
  }, 60_000);

  it('keeps what it reads while the hub is away, and sends it all when it is back', async () => {
    await enrol();
    const agent = await start();
    agent.read(base, 'start');
    await seqAt(1);
    await served.close();
    for (const minute of [1, 2, 3]) {
      agent.read(changed(base, at(minute), { privileged: minute % 2 === 1 }));
    }
    await agent.end();
    expect(agent.spool.state().waiting).toBeGreaterThanOrEqual(3);
    await serve();
    const again = await start();
    again.read(changed(base, at(4)), 'start');
    await seqAt(5);
    await again.end();
    expect(await fleetGaps(store)).toEqual([]);
    expect((await checkFleet(store, testJudge)).problems).toEqual([]);
  }, 60_000);

  it('sends again what the hub kept and gave no receipt for, and the ledger has it once', async () => {
    await enrol();
    let lost = 0;
    spoil = (outcome) => {
      if (outcome.kind !== 'kept' || lost > 0) return outcome;
      lost += 1;
      throw new Error('it was killed before it could answer');
    };
    const agent = await start();
    agent.read(base, 'start');
    await until(() => expect(agent.spool.state().waiting).toBe(0));
    await agent.end();
    expect(lost).toBe(1);
    expect(await checkFleet(store, testJudge)).toMatchObject({ readings: 1, problems: [] });
  }, 60_000);

  it('sends everything when the hub lost what came before', async () => {
    await enrol();
    const agent = await start();
    agent.read(base, 'start');
    agent.read(changed(base, at(1), { privileged: true }));
    await seqAt(2);
    await until(() => expect(agent.spool.state().waiting).toBe(0));
    // As from a backup that was made before.
    await store.write(async (db) => {
      await db.insertInto('fleet_thinning').values({ before: '' }).execute();
      await db.deleteFrom('fleet_reading').execute();
      await db.deleteFrom('fleet_thinning').execute();
      await db
        .updateTable('fleet_host')
        .set({ last_seq: 0, last_hash: '0'.repeat(64), last_root: '' })
        .execute();
    });
    agent.read(changed(base, at(2)));
    await seqAt(4);
    await agent.end();
    expect(await fleetGaps(store)).toMatchObject([{ kind: 'lost', from_seq: 1 }]);
  }, 60_000);
}

it('enrols at no hub that has another certificate than its token says', async () => {
  const secret = await makeToken(store, { labels: {}, uses: 1, days: 1 }, new Date());
  const other = makeCertificate([], new Date());
  const token = joinToken(secret, pinOf(other.cert));
  await expect(
    enrolAgent(join(folder, 'h1'), { url: served.url, token, host: 'h1' }),
  ).rejects.toThrow('another certificate');
  const enrolled = await enrol();
  await served.close();
  const posing = await serveHttps({
    certificate: other,
    host: '127.0.0.1',
    port,
    take: () => Promise.reject(new Error('it got what was not for it')),
    enrol: () => Promise.reject(new Error('it got what was not for it')),
  });
  const carrier = connectHttps(enrolled, 'h1');
  await expect(carrier.send(Buffer.from('x'))).rejects.toThrow('cannot be reached');
  await carrier.close();
  await posing.close();
  await serve();
}, 60_000);
