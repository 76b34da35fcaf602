import { posix } from 'node:path';
import { attempt, type Reading } from '../files/unread.ts';
import type { EngineProcess } from './engine-processes.ts';
import { readUnixSockets } from './engine-sockets.ts';

/** Where an engine listens that was not told otherwise. */
export const defaultSocket = '/var/run/docker.sock';

const unixPath = (host: string): readonly string[] =>
  /^unix:\/\/(\/.+)$/.exec(host)?.slice(1) ?? [];

/** The Unix sockets among the addresses that an engine was told to listen at; the usual one where it was told of none. */
export const socketsAmong = (hosts: readonly string[]): readonly string[] =>
  hosts.length === 0 ? [defaultSocket] : hosts.flatMap(unixPath);

/**
 * The Unix sockets at which an engine's API answers, in its own root: those that it was told of, and every other one that its
 * process listens on, as where systemd hands it over; but for what it has below its run-time folder for its own parts.
 *
 * @param execRoot that folder; `undefined` where it is not known
 */
export const readApiSockets = (
  engine: EngineProcess,
  procRoot: string,
  hosts: Reading<readonly string[]>,
  execRoot: string | undefined,
): Promise<Reading<readonly string[]>> =>
  attempt(`/proc/${engine.pid}/net/unix`, async () => {
    const bound = await readUnixSockets(engine, procRoot, []);
    const own = [execRoot, '/run/docker'].flatMap((folder) => (folder ? [`${real(folder)}/`] : []));
    const told = 'value' in hosts ? socketsAmong(hosts.value).map(real) : [];
    return [
      ...told.filter((path) => bound.includes(path)),
      ...bound.filter((path) => !told.includes(path) && !own.some((at) => path.startsWith(at))),
    ];
  });

/** Everywhere `/var/run` is a link to `/run`, which bound paths are without. */
const real = (path: string): string => posix.normalize(path).replace(/^\/var\/run(?=\/|$)/, '/run');
