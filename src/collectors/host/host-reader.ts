import { unread } from '../files/unread.ts';
import type { Redactor } from '../secrets/create-redactor.ts';
import type { Section } from './assemble.ts';

/** Which host is read, and how. */
export interface HostPlace {
  readonly root: string;
  readonly procRoot: string;
  /** What may hold a secret goes through it. */
  readonly redactor: Redactor;
}

/** Reads one fact of a host, in one section or in its parts. */
export interface HostReader {
  /** Keys of the fact from the outermost inwards: what is a gap if there is no time for it. */
  readonly path: readonly string[];
  readonly read: () => Promise<readonly Section[]>;
}

const ended = unread('timeout', 'The collection was ended before this was read.');

/** Reads one fact; if the collection is ended meanwhile, it is a gap, however long the reading still hangs. */
export function readOrEnd(
  { path, read }: HostReader,
  signal: AbortSignal | undefined,
): Promise<readonly Section[]> {
  if (!signal) return read();
  const gap: readonly Section[] = [{ path, reading: { unread: ended } }];
  if (signal.aborted) return Promise.resolve(gap);
  return new Promise((resolve, reject) => {
    const end = (): void => resolve(gap);
    signal.addEventListener('abort', end, { once: true });
    read()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', end));
  });
}
