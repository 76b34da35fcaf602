import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

/** A PostgreSQL server of a test's own. */
export interface TestPostgres {
  readonly url: string;
  /** Kills the server and whatever it started, as when its machine dies; what it kept stays. */
  readonly kill: () => Promise<void>;
  /** Starts it again over what it kept. */
  readonly restart: () => Promise<void>;
  /** Ends it, and removes what it left. */
  readonly stop: () => Promise<void>;
}

/** Where Debian puts the newest server that is installed; `undefined` where there is none. */
export function postgresPrograms(): string | undefined {
  const root = '/usr/lib/postgresql';
  const newest = existsSync(root)
    ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a))[0]
    : undefined;
  return newest === undefined ? undefined : join(root, newest, 'bin');
}

/** The user that the package makes: the server refuses to run as root. */
function postgresUser(): { readonly uid: number; readonly gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Starts a server in a temporary folder, on a free port of this machine. */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = postgresPrograms() ?? '';
  const user = postgresUser();
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-postgres-'));
  chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = { ...user, cwd: folder, env: { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' } };
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'plimsoll', '-E', 'UTF8', '--no-sync'],
    as,
  );
  const port = await freePort();
  // A group of its own, so that its children can be ended with it.
  const begin = () =>
    spawn(
      join(programs, 'postgres'),
      ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder],
      { ...as, stdio: 'ignore', detached: true },
    );
  let server = begin();
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      // Its way to end at once, and in order.
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const ready = async (): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const isReady = await run(join(programs, 'pg_isready'), [
        ...['-h', '127.0.0.1', '-p', String(port)],
      ])
        .then(() => true)
        .catch(() => false);
      if (isReady) return;
      await sleep(100);
    }
    await stop();
    throw new Error('PostgreSQL did not start');
  };
  await ready();
  return {
    url: `postgres://plimsoll@127.0.0.1:${port}/postgres`,
    kill: async () => {
      const gone = once(server, 'exit');
      // The group that begin() made, and nothing else.
      process.kill(-(server.pid ?? 0), 'SIGKILL');
      await gone;
    },
    restart: async () => {
      server = begin();
      await ready();
    },
    stop,
  };
}
