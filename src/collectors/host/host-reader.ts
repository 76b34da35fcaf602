import { missing } from '../gathering/partial-facts.ts';
import { unread } from '../gathering/unread-gap.ts';
import type { Redactor } from '../redaction/create-redactor.ts';
import { text } from '../../core/text.ts';

/** Which host is read, and how. */
export interface HostPlace {
  readonly root: string;
  readonly procRoot: string;
  /** Sockets at which engines answer that are scanned with it; none where absent. */
  readonly engineSockets?: readonly string[];
  /** What may hold a secret goes through it. */
  readonly redactor: Redactor;
}

/** Reads the outermost facts of a host, by name; any part of each may be missing. */
export type HostReaders = Readonly<Record<string, () => Promise<unknown>>>;

const ended = missing(
  unread(
    'timeout',
    text('The collection was ended before this was read.', '采集在读取此项之前结束。'),
  ),
);

/**
 * Reads all facts side by side; what is not read when the collection is ended is missing, however long its
 * reading still hangs.
 *
 * @param onRead called after each fact with how many there are already, and of how many
 */
export async function readAll(
  readers: HostReaders,
  signal: AbortSignal | undefined,
  onRead: (done: number, total: number) => void,
): Promise<Readonly<Record<string, unknown>>> {
  let end = (): void => undefined;
  const over = new Promise((resolve) => {
    end = () => resolve(ended);
  });
  signal?.addEventListener('abort', end, { once: true });
  let done = 0;
  const all = Object.entries(readers);
  const entries = all.map(async ([name, read]) => {
    const part = signal?.aborted ? ended : await Promise.race([read(), over]);
    onRead(++done, all.length);
    return [name, part] as const;
  });
  try {
    return Object.fromEntries(await Promise.all(entries));
  } finally {
    signal?.removeEventListener('abort', end);
  }
}
