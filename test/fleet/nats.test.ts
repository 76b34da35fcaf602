import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuildSnapshot } from '../../src/evidence/fleet/rebuild.ts';
import { signWithNkey, nkeyId, makeNkey } from '../../src/fleet/carriers/nats/nkey.ts';
import { connectNats } from '../../src/fleet/carriers/nats/connect-nats.ts';
import { readEnrolled } from '../../src/fleet/enrolment/enrol.ts';
import { changed, recorded } from '../support/fleet.ts';
import {
  accountOf,
  enrolAgentProcess,
  startHubProcess,
  type AgentProcess,
  type HubProcess,
} from '../support/fleet-processes.ts';
import { runCli } from '../support/cli.ts';
import { freePort } from '../support/free-port.ts';
import { startNats, type TestNats } from '../support/nats.ts';
import { describeEveryFault, describeWithPrograms } from '../support/needs.ts';

// Three servers, a hub and agents as processes, with accounts that `plimsoll hub nats` made.

const base = recorded();
/** Those that `startNats` starts. */
const nodes = [0, 1, 2];
let turn = 0;
const next = () => {
  turn += 1;
  const at = new Date(Date.now() - 1_000_000 + turn * 1_000).toISOString();
  return changed(base, at, { privileged: turn % 2 === 0, pidsLimit: turn });
};

it('reads a host while no server is there, and says that nothing takes what is read', async () => {
  const { pem } = makeNkey('user');
  const place = { servers: [`nats://127.0.0.1:${await freePort()}`], jwt: 'x', key: pem };
  const carrier = await connectNats(place, { tenant: 'acme', host: 'h1' });
  await expect(carrier.send(Buffer.of(1))).rejects.toMatchObject({ code: 'hub-unreachable' });
  await carrier.close();
});

describeWithPrograms('a fleet that speaks by NATS', ['nats-server'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-nats-fleet-'));
  let servers: TestNats;
  let hub: HubProcess;
  const agents: AgentProcess[] = [];
  beforeAll(async () => {
    const data = join(folder, 'hub');
    const { stdout } = await runCli(['hub', 'nats', '--data', data]);
    servers = await startNats(stdout);
    const named = servers.urls.flatMap((url) => ['--nats', url]);
    hub = await startHubProcess(data, undefined, named);
    for (const host of ['n1', 'n2']) {
      const agent = await enrolAgentProcess(hub, join(folder, host), host);
      agents.push(agent);
      await agent.start();
      await agent.read(next(), 'start');
    }
    for (const agent of agents) await agent.settled();
  }, 120_000);
  afterAll(async () => {
    for (const agent of agents) await agent.end('SIGKILL');
    await hub.close();
    await servers.stop();
    rmSync(folder, { recursive: true });
  });

  /** A connection with what a host got when it enrolled, with its key or another one. */
  const openAs = (host: string, key?: string): Promise<NatsConnection> => {
    const { nats } = readEnrolled(join(folder, host));
    const own = key ?? nats?.key ?? '';
    return connect({
      servers: [...servers.urls],
      inboxPrefix: `_INBOX.${host}`,
      authenticator: (nonce) => ({
        jwt: nats?.jwt ?? '',
        nkey: nkeyId('user', own),
        sig: signWithNkey(own, Buffer.from(nonce ?? '')),
      }),
    });
  };
  const readAll = async (): Promise<void> => {
    for (const agent of agents) await agent.read(next());
  };
  const killAll = async (): Promise<void> => {
    for (const node of nodes) await servers.signal(node, 'SIGKILL');
  };
  const startAll = async (): Promise<void> => {
    for (const node of nodes) await servers.start(node);
  };

  it('lets a host speak for itself, hear itself, and nothing else', async () => {
    const connection = await openAs('n1');
    const refused = async (subject: string): Promise<string> =>
      connection.request(subject, '', { timeout: 2_000 }).then(
        () => 'answered',
        (error: unknown) => String(error),
      );
    for (const subject of [
      'plimsoll.v1.default.n2.reading',
      'plimsoll.v1.other.n1.reading',
      'plimsoll.v1.default.n1.reading.more',
      'plimsoll.ctl.default.n2',
      'plimsoll.ctl.default.n1',
      '$JS.API.INFO',
      '$JS.API.STREAM.PURGE.EVIDENCE',
      '$JS.API.STREAM.DELETE.EVIDENCE',
      '$JS.API.CONSUMER.MSG.NEXT.EVIDENCE.ledger',
      '$SYS.REQ.SERVER.PING',
    ]) {
      expect([subject, await refused(subject)]).toEqual([
        subject,
        expect.stringContaining('Permissions Violation for Publish') as string,
      ]);
    }
    const heard = async (subject: string): Promise<string> =>
      new Promise((resolve) => {
        const subscription = connection.subscribe(subject, {
          callback: (error) => resolve(error ? String(error) : 'heard'),
        });
        setTimeout(() => {
          subscription.unsubscribe();
          resolve('allowed');
        }, 1_000);
      });
    for (const subject of [
      '>',
      'plimsoll.>',
      'plimsoll.ctl.default.*',
      'plimsoll.ctl.default.n2',
      'plimsoll.v1.default.n1.reading',
      '_INBOX.>',
      '_INBOX.n2.>',
    ]) {
      expect([subject, await heard(subject)]).toEqual([
        subject,
        expect.stringContaining('Permissions Violation for Subscription') as string,
      ]);
    }
    expect(await heard('plimsoll.ctl.default.n1')).toBe('allowed');
    await connection.close();
    // What was issued for one key lets no other one in.
    await expect(openAs('n1', makeNkey('user').pem)).rejects.toThrow(/authorization violation/i);
  }, 60_000);

  /** All that agents say while something is done is in the store once, and none is missing. */
  const losesNothing = (faults: Readonly<Record<string, () => Promise<void>>>): void => {
    it.each(Object.entries(faults))(
      'loses nothing where %s',
      async (_, fault) => {
        for (let at = 0; at < 5; at += 1) await readAll();
        await fault();
        const last = next();
        for (const agent of agents) await agent.read(last);
        for (const { host, settled, said } of agents) {
          await settled();
          const { kept, twice, unaccounted } = await accountOf(hub.store, host, said());
          expect({ twice, unaccounted }).toEqual({ twice: [], unaccounted: [] });
          expect(kept).toEqual(Array.from(kept, (_each, at) => at + 1));
          expect((await rebuildSnapshot(hub.store, host)).snapshot).toEqual(last);
          expect(await hub.ask(`/api/v1/missing?host=${host}`)).toEqual({ parked: [], gaps: [] });
        }
        expect(hub.isRunning()).toBe(true);
        expect(await hub.command('check', '--recompute')).toMatchObject({ problems: [] });
      },
      240_000,
    );
  };

  losesNothing({
    'a host sends what is no reading': async () => {
      const connection = await openAs('n1');
      for (const poison of ['poison', '', 'x'.repeat(500_000)]) {
        await connection.request('plimsoll.v1.default.n1.reading', poison);
      }
      await connection.close();
    },
  });

  describeEveryFault('servers and a hub that die', () => {
    losesNothing({
      'a server is killed, one after the other': async () => {
        for (const node of nodes) {
          await servers.signal(node, 'SIGKILL');
          await readAll();
          await sleep(2_000);
          await servers.start(node);
          await sleep(2_000);
        }
      },
      'a server stops for a while, one after the other': async () => {
        for (const node of nodes) {
          await servers.signal(node, 'SIGSTOP');
          await readAll();
          await sleep(3_000);
          await servers.signal(node, 'SIGCONT');
        }
      },
      'all servers are killed': async () => {
        await killAll();
        await readAll();
        await startAll();
      },
      'all servers are killed and lose their disks while the hub is away': async () => {
        await hub.end('SIGKILL');
        await readAll();
        await sleep(1_000);
        await killAll();
        for (const node of nodes) servers.wipe(node);
        await startAll();
        await hub.start();
      },
      'all servers are away when the hub and the agents start': async () => {
        await killAll();
        for (const each of [hub, ...agents]) await each.end('SIGKILL');
        for (const each of [hub, ...agents]) await each.start();
        for (const agent of agents) await agent.read(next(), 'start');
        await startAll();
      },
      'the hub is killed again and again': async () => {
        for (const wait of [10, 60, 200]) {
          for (let at = 0; at < 10; at += 1) for (const agent of agents) agent.give(next());
          await sleep(wait);
          await hub.end('SIGKILL');
          await hub.start();
        }
        // What was given is answered for before anything else is.
        await readAll();
      },
    });
  });
});
