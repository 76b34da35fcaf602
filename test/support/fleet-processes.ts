import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { makeToken } from '../../src/evidence/fleet/hosts.ts';
import { openFleetStore, type FleetStore } from '../../src/evidence/fleet/open-fleet-store.ts';
import { fleetGaps, parkedReadings } from '../../src/evidence/fleet/query-events.ts';
import { readSpoolState, spoolAtMost } from '../../src/fleet/agent/spool.ts';
import { pinOf } from '../../src/fleet/carriers/https/certificate.ts';
import { enrolAgent, joinToken } from '../../src/fleet/enrolment/enrol.ts';
import { cliPath, runCli } from './cli.ts';
import { freePort } from './free-port.ts';

/** How long anything here may take; milliseconds. */
const patience = 150_000;

/** Waits until something is so. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`it never came: ${what}`);
    await sleep(50);
  }
}

const isOver = (child: ChildProcess | undefined): boolean =>
  child?.exitCode !== null || child.signalCode !== null;

/** Ends a process by a signal, and waits until it is gone. */
export async function endProcess(
  child: ChildProcess | undefined,
  signal: NodeJS.Signals,
): Promise<void> {
  if (!child || isOver(child)) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** A hub as a process: `plimsoll hub run`, as it is built. */
export interface HubProcess {
  readonly port: number;
  readonly data: string;
  /** What the parent sees of its store. */
  readonly store: FleetStore;
  readonly start: () => Promise<void>;
  /** Ends it by a signal, and waits until it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
  readonly isRunning: () => boolean;
  /** Of the process that runs, or ran last. */
  readonly pid: () => number | undefined;
  /** What it wrote for people, since its first start. */
  readonly said: () => string;
  /** What its console answers to a program of an auditor. */
  readonly ask: (path: string) => Promise<unknown>;
  /** What `plimsoll hub …` prints with `--json`. */
  readonly command: (...args: readonly string[]) => Promise<unknown>;
  /** Ends what runs, and lets go of the store. */
  readonly close: () => Promise<void>;
}

/** Prepares a hub in a folder, or at a URL of PostgreSQL, and starts it with more options of its command line. */
export async function startHubProcess(
  data: string,
  url?: string,
  more: readonly string[] = [],
): Promise<HubProcess> {
  const [port, consolePort] = [await freePort(), await freePort()];
  const place = ['--data', data, ...(url === undefined ? [] : ['--store', url])];
  const store = await openFleetStore(url ?? data, { create: true });
  const person = await runCli(['hub', 'person', 'auditor', '--role', 'auditor', '--data', data]);
  const token = person.stdout.trim();
  let child: ChildProcess | undefined;
  let said = '';
  const end: HubProcess['end'] = (signal) => endProcess(child, signal);
  const start = async (): Promise<void> => {
    const listen = ['--listen', `0.0.0.0:${port}`, '--console', `127.0.0.1:${consolePort}`];
    child = spawn(
      process.execPath,
      [cliPath, 'hub', 'run', '--no-config', ...place, ...listen, ...more],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env['PATH'], NO_COLOR: '1' },
      },
    );
    const before = said.length;
    child.stderr?.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
    await until(`the hub (${said})`, () => said.slice(before).includes('Console at'));
  };
  await start();
  return {
    port,
    data,
    store,
    start,
    end,
    isRunning: () => !isOver(child),
    pid: () => child?.pid,
    said: () => said,
    ask: async (path) => {
      const answer = await fetch(`http://127.0.0.1:${consolePort}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return path.startsWith('/api/') ? answer.json() : answer.text();
    },
    command: async (...args) => {
      const run = await runCli(['hub', ...args, '--no-config', '--json', ...place]);
      try {
        return JSON.parse(run.stdout) as unknown;
      } catch {
        throw new Error(run.stderr);
      }
    },
    close: async () => {
      await end('SIGTERM');
      await store.close();
    },
  };
}

/** How the agent of a host runs. */
export interface AgentOptions {
  /** Where it reaches the hub; the hub itself when absent. */
  readonly url?: string;
  readonly spoolAtMost?: number;
  /** Milliseconds by which its clock is wrong. */
  readonly clockMs?: number;
  /** Process whose network it has. */
  readonly networkOf?: number;
}

/** An agent as a process. */
export interface AgentProcess {
  readonly host: string;
  readonly folder: string;
  readonly start: (options?: AgentOptions) => Promise<void>;
  /** Hands it a reading; the number under which it was said, or `null` where it was not. */
  readonly read: (
    snapshot: Snapshot,
    reason?: 'start' | 'interval' | 'event',
  ) => Promise<number | null>;
  /** The same without waiting for what becomes of it. */
  readonly give: (snapshot: Snapshot, reason?: 'start' | 'interval' | 'event') => void;
  /** All numbers that it said. */
  readonly said: () => readonly number[];
  /** What kept it from sending. */
  readonly troubles: () => readonly string[];
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
  /** Waits until there is a receipt for everything. */
  readonly settled: () => Promise<void>;
}

const program = fileURLToPath(new URL('fleet-agent.mjs', import.meta.url));

/** Enrols a host at a hub; its keys and its spool are in a folder. */
export async function enrolAgentProcess(
  hub: HubProcess,
  folder: string,
  host: string,
  options: AgentOptions = {},
): Promise<AgentProcess> {
  const secret = await makeToken(hub.store, { labels: {}, uses: 1, days: 1 }, new Date());
  const token = joinToken(secret, pinOf(readFileSync(join(hub.data, 'hub.crt'), 'utf8')));
  const url = options.url ?? `https://127.0.0.1:${hub.port}`;
  await enrolAgent(folder, { url, token, host });
  return agentProcess(folder, host, options);
}

/** The agent of a host that has enrolled in a folder, or whose folder was copied there. */
export function agentProcess(folder: string, host: string, usual: AgentOptions = {}): AgentProcess {
  let child: ChildProcess | undefined;
  let errors = '';
  const said: number[] = [];
  const troubles: string[] = [];
  let answered: ((seq: number | null) => void)[] = [];
  const give: AgentProcess['give'] = (snapshot, reason = 'event') => {
    child?.stdin?.write(`${JSON.stringify({ reason, snapshot })}\n`);
  };
  return {
    host,
    folder,
    start: async (options = usual) => {
      const { clockMs = 0, networkOf } = options;
      const given = { folder, clockMs, spoolAtMost: options.spoolAtMost ?? spoolAtMost };
      const enter =
        networkOf === undefined ? [] : ['nsenter', `--net=/proc/${networkOf}/ns/net`, '--'];
      const [first, ...words] = [...enter, process.execPath, program, JSON.stringify(given)];
      child = spawn(first, words, { stdio: ['pipe', 'pipe', 'pipe'] });
      let isReady = false;
      child.stdin?.on('error', () => {});
      child.stderr?.on('data', (chunk: Buffer) => {
        errors += String(chunk);
      });
      createInterface(child.stdout ?? process.stdin).on('line', (line) => {
        const { read, wanted, trouble } = JSON.parse(line) as {
          read?: number | null;
          wanted?: number;
          trouble?: string | null;
        };
        isReady = true;
        if (typeof trouble === 'string') troubles.push(trouble);
        if (wanted !== undefined) said.push(wanted);
        if (read === undefined) return;
        if (read !== null) said.push(read);
        answered.shift()?.(read);
      });
      await until(`the agent of ${host}`, () => isReady || errors !== '');
      if (!isReady) throw new Error(errors);
    },
    read: (snapshot, reason) =>
      new Promise((resolve, reject) => {
        if (isOver(child)) {
          reject(new Error(`the agent of ${host} does not run: ${errors}`));
          return;
        }
        answered.push(resolve);
        give(snapshot, reason);
      }),
    give,
    said: () => said,
    troubles: () => troubles,
    end: async (signal) => {
      answered = [];
      await endProcess(child, signal);
    },
    settled: () =>
      until(
        `the receipts for ${host} (${troubles.at(-1)} ${errors})`,
        () => readSpoolState(join(folder, 'spool')).waiting === 0,
      ),
  };
}

/** What became of all that a host said. */
export interface Account {
  /** Numbers that are in the store. */
  readonly kept: readonly number[];
  /** Numbers that are there more than once. */
  readonly twice: readonly number[];
  /** Numbers that were said, are not there, and of which no gap and nothing put aside speaks. */
  readonly unaccounted: readonly number[];
  readonly gaps: readonly string[];
  readonly parked: readonly string[];
}

/** Looks in the store for all that a host said. */
export async function accountOf(
  store: FleetStore,
  host: string,
  said: readonly number[],
): Promise<Account> {
  const rows = await store.read((db) =>
    db.selectFrom('fleet_reading').select('seq').where('host', '=', host).orderBy('seq').execute(),
  );
  const kept = rows.map(({ seq }) => seq);
  const [gaps, parked] = [await fleetGaps(store, { host }), await parkedReadings(store, { host })];
  const isSaid = (seq: number): boolean =>
    gaps.some(({ from_seq, to_seq }) => from_seq <= seq && seq <= to_seq) ||
    parked.some((each) => each.seq === seq);
  return {
    kept,
    twice: kept.filter((seq, at) => kept.indexOf(seq) !== at),
    unaccounted: said.filter((seq) => !kept.includes(seq) && !isSaid(seq)),
    gaps: gaps.map(({ kind }) => kind),
    parked: parked.map(({ reason }) => reason),
  };
}
