import { posix } from 'node:path';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import type { EngineProcess } from './engine-processes.ts';
import { readUnixSockets } from './engine-sockets.ts';

/** Where an engine listens by default. */
export const defaultSocket = '/var/run/docker.sock';

const unixPath = (host: string): readonly string[] =>
  /^unix:\/\/(\/.+)$/.exec(host)?.slice(1) ?? [];

/** The Unix sockets among the addresses that an engine is configured to listen at; the usual one where none is configured. */
export const socketsAmong = (hosts: readonly string[]): readonly string[] =>
  hosts.length === 0 ? [defaultSocket] : hosts.flatMap(unixPath);

/**
 * The Unix sockets at which an engine's API answers, in its own root: those that are configured, and every other one that its
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
    const configured = 'value' in hosts ? socketsAmong(hosts.value).map(real) : [];
    return [
      ...configured.filter((path) => bound.includes(path)),
      ...bound.filter(
        (path) => !configured.includes(path) && !own.some((at) => path.startsWith(at)),
      ),
    ];
  });

/** Everywhere `/var/run` is a link to `/run`, which bound paths are without. */
const real = (path: string): string => posix.normalize(path).replace(/^\/var\/run(?=\/|$)/, '/run');
