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
import { watchHost } from './watch-host.ts';
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
  /** The name of the host that is no simulation; `undefined` where no local engine answers. */
  readonly local: string | undefined;
  readonly store: FleetStore;
  readonly close: () => Promise<void>;
}

/** What is shown of a fleet whose configuration names no framework. */
const triedFrameworks = ['pci-dss-4.0.1', 'gbt-22239-2019@3', 'cis-docker-1.8.0'];

/** Milliseconds between two changes of a host. */
const changeEvery = 4_000;

/** Seconds between readings of everything on this machine. */
const localInterval = 60;

/** What the local engine is called as a host. */
const localName = 'local-engine';

/** Starts a hub and hosts, each with its own keys, spool and connection: the local engine where it answers, and simulated ones. */
export async function tryFleet({ folder, config, hosts, onChange }: Trying): Promise<Tried> {
  const [door, agents] = await Promise.all([import('../../hub.ts'), import('../../agent.ts')]);
  const [judge, snapshot, hasLocal] = await Promise.all([
    fleetJudge({ ...config, frameworks: config.frameworks ?? triedFrameworks }),
    recordedSnapshot(),
    localEngineAnswers(),
  ]);
  const local = hasLocal ? localName : undefined;
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
    const isLocal = hasLocal && number === 0;
    const host = isLocal ? localName : `host-${number + 1}`;
    const labels = { env: isLocal || number % 3 === 2 ? 'test' : 'prod' };
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
      watch: isLocal
        ? watchHost({
            targets: [],
            config,
            interval: localInterval,
            fingerprintKey: enrolled.fingerprintKey,
          })
        : simulateHost({ snapshot, judge: judge.judge, number, every: changeEvery }),
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
    local,
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

/** Whether there is an engine here that this user may read. */
async function localEngineAnswers(): Promise<boolean> {
  const { collect } = await import('../../collect.ts');
  const { snapshot } = await collect({ targets: { kind: 'engine', address: undefined } });
  return snapshot.subjects.some(({ kind }) => kind === 'engine');
}

/** What was recorded of an engine and its host; it comes with the package. */
async function recordedSnapshot(): Promise<Snapshot> {
  const url = new URL('../examples/recorded/snapshot.json', import.meta.url);
  return parseSnapshot(parseJsonText(String(await readRegular(url))));
}
