import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadedConfig } from '../../config.ts';
import { parseJsonText } from '../../evidence.ts';
import type { FleetChange, FleetStore } from '../../hub.ts';
import { parseSnapshot, type Snapshot } from '../../index.ts';
import { startConsole } from './console.ts';
import { fleetJudge } from './judge.ts';
import { simulateHost } from './simulate-host.ts';
import { startHub } from './start-hub.ts';
import { readRegular } from '../../files/regular-file.ts';

/** What a fleet is tried with. */
export interface Trying {
  /** For everything that it keeps. */
  readonly folder: string;
  readonly config: LoadedConfig;
  readonly hosts: number;
  /** Called with every change of a verdict. */
  readonly onChange: (change: FleetChange) => Promise<void>;
}

/** A fleet that runs. */
export interface Tried {
  readonly url: string;
  /** Where its console is, and the token with which an auditor looks at it. */
  readonly console: { readonly url: string; readonly token: string };
  readonly store: FleetStore;
  readonly close: () => Promise<void>;
}

/** What is shown of a fleet whose configuration names no framework. */
const triedFrameworks = ['pci-dss-4.0.1', 'gbt-22239-2019@3', 'cis-docker-1.8.0'];

/** Milliseconds between two changes of a host. */
const changeEvery = 4_000;

/** Starts a hub and hosts that are simulated, each with its own keys, spool and connection, as real ones have them. */
export async function tryFleet({ folder, config, hosts, onChange }: Trying): Promise<Tried> {
  const [door, agents] = await Promise.all([import('../../hub.ts'), import('../../agent.ts')]);
  const [judge, snapshot] = await Promise.all([
    fleetJudge({ ...config, frameworks: config.frameworks ?? triedFrameworks }),
    recordedSnapshot(),
  ]);
  const store = await door.openFleetStore(join(folder, 'hub'), { create: true });
  const certificate = door.makeCertificate(['127.0.0.1'], new Date());
  const hub = await startHub({
    store,
    judge,
    certificate,
    tenant: 'try',
    host: '127.0.0.1',
    port: 0,
    interval: 900,
    onTrouble: () => {},
  });
  const { token, entry } = door.makeConsoleToken('auditor', 'auditor');
  const served = await startConsole({
    ...judge.shown,
    store,
    access: { tokens: [entry] },
    host: '127.0.0.1',
    port: 0,
  });
  const ended = new AbortController();
  const running = Array.from({ length: hosts }, async (_, number) => {
    const host = `host-${number + 1}`;
    const labels = { env: number % 3 === 2 ? 'test' : 'prod' };
    const secret = await door.makeToken(store, { labels, uses: 1, days: 1 }, new Date());
    const joining = door.joinToken(secret, door.pinOf(certificate.cert));
    const enrolled = await agents.enrolAgent(join(folder, host), {
      url: hub.url,
      token: joining,
      host,
    });
    await agents.runAgent({
      identity: enrolled,
      carrier: agents.connectHttps(enrolled, host),
      spool: agents.openSpool(join(folder, host, 'spool')),
      signal: ended.signal,
      watch: simulateHost({ snapshot, judge: judge.judge, number, every: changeEvery }),
    });
  });
  const said = new Set<string>();
  const tell = async (): Promise<void> => {
    for (const change of (await door.fleetChanges(store, { limit: 50 })).toReversed()) {
      const key = [change.host, change.seq, change.item, change.subject].join('\0');
      if (!said.has(key)) await onChange(change);
      said.add(key);
    }
  };
  const telling = (async () => {
    while (!ended.signal.aborted) {
      await tell();
      await sleep(500, undefined, { signal: ended.signal }).catch(() => {});
    }
  })();
  return {
    url: hub.url,
    console: { url: served.url, token },
    store,
    close: async () => {
      ended.abort();
      await Promise.all([...running, telling]);
      await served.close();
      await hub.close();
      await store.close();
    },
  };
}

/** What was recorded of an engine and its host; it comes with the package. */
async function recordedSnapshot(): Promise<Snapshot> {
  const url = new URL('../examples/recorded/snapshot.json', import.meta.url);
  return parseSnapshot(parseJsonText(String(await readRegular(url))));
}
