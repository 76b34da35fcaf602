import { missing } from '../engine/facts/partly.ts';
import { unread } from '../files/unread.ts';
import type { Redactor } from '../secrets/create-redactor.ts';

/** Which host is read, and how. */
export interface HostPlace {
  readonly root: string;
  readonly procRoot: string;
  /** What may hold a secret goes through it. */
  readonly redactor: Redactor;
}

/** Reads the outermost facts of a host, by name; any part of each may be missing. */
export type HostReaders = Readonly<Record<string, () => Promise<unknown>>>;

const ended = missing(unread('timeout', 'The collection was ended before this was read.'));

/** Reads one fact; if the collection is ended meanwhile, it is missing, however long the reading still hangs. */
export function readOrEnd(
  read: () => Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  if (!signal) return read();
  if (signal.aborted) return Promise.resolve(ended);
  return new Promise((resolve, reject) => {
    const end = (): void => resolve(ended);
    signal.addEventListener('abort', end, { once: true });
    read()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', end));
  });
}
