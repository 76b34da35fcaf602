import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { invalidAt } from './compose-error.ts';
import type { Place } from './node.ts';

/** What Compose would fetch: an artifact of a registry, a repository of git, a page. */
const remote = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|[^/]+@[^/]+:|github\.com\/)|\.git(?:#.*)?$/i;

/** A part of a project that is not here; the rest can be read without it. */
class Elsewhere extends PlimsollError {}

/**
 * Refuses what is named in a file and would have to be fetched.
 *
 * @throws PlimsollError `compose-invalid`
 */
export function refuseRemote(name: string, place: Place): void {
  if (!remote.test(name)) return;
  const { said, hint } = invalidAt(
    place,
    text(
      `${name} is not on this machine, and a scan fetches nothing`,
      `${name} 不在本机上，而扫描不会下载任何内容`,
    ),
    'Write the whole project out with docker compose config, and scan that.',
  );
  throw new Elsewhere('compose-invalid', said, { hint });
}

/** Whether it says that a part of a project is not here, or may not be read. */
export const isAbsent = (error: unknown): error is PlimsollError =>
  error instanceof Elsewhere ||
  (error instanceof PlimsollError &&
    error.cause instanceof PlimsollError &&
    ['file-not-found', 'file-denied', 'file-unreadable'].includes(error.cause.code));

/** What is read, or nothing where it is not here or may not be read, which the project then says. */
export async function unlessAbsent<T>(
  { unread }: { readonly unread: PlimsollError[] },
  read: () => Promise<T>,
  onAbsent?: (why: PlimsollError) => void,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isAbsent(error)) throw error;
    unread.push(error);
    onAbsent?.(error);
    return undefined;
  }
}
