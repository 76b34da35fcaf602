import type { PlimsollError } from '../../core/errors.ts';
import type { Gap, GapReason } from '../../core/facts/gap.ts';
import type { Wording } from '../../core/text.ts';
import type { Source } from '../../core/facts/source.ts';
import { errnoOf, fileError } from '../../files/file-error.ts';

/** Why something could not be read: a gap that does not know yet which fact it covers. */
export type Unread = Omit<Gap, 'path'>;

/** A value with the place it was read from; or why there is none. */
export type Reading<T> =
  | { readonly value: T; readonly source: Source }
  | { readonly unread: Unread };

/** The reason of a gap and its words, for an error that reading a file ended in. */
export function unreadFile(path: string, error: unknown): Unread {
  const failure = fileError(path, error);
  return unread(reasonOf(failure), failure.said, { kind: 'file', path });
}

/** A file whose content could not be used is malformed; one that the system would not give is not. */
function reasonOf({ code, cause }: PlimsollError): GapReason {
  if (code === 'file-denied') return 'denied';
  return code === 'file-unreadable' && errnoOf(cause) === undefined ? 'malformed' : 'unavailable';
}

/** Makes an {@link Unread}; the detail is one sentence without a secret. */
export const unread = (reason: GapReason, detail: Wording, source?: Source): Unread => ({
  reason,
  detail,
  ...(source ? { source } : {}),
});

/**
 * Reads something of one file: what came of it, or why nothing did. Errors that are not of the file
 * system are thrown on.
 */
export async function attempt<T>(path: string, read: () => Promise<T> | T): Promise<Reading<T>> {
  try {
    return { value: await read(), source: { kind: 'file', path } };
  } catch (error) {
    return { unread: unreadFile(path, error) };
  }
}
