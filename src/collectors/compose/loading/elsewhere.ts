import { PlimsollError } from '../../../core/errors.ts';
import { SyntaxProblem } from '../../../syntax/problem.ts';
import { fromSyntax } from '../../gathering/syntax-error.ts';
import { text } from '../../../core/text.ts';
import { invalidAt } from '../../../syntax/compose/tree/invalid-at.ts';
import type { Place } from '../../../syntax/compose/tree/nodes.ts';

/** What Compose would fetch: an artifact of a registry, a repository of git, a page. */
const remote = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|[^/]+@[^/]+:|github\.com\/)|\.git(?:#.*)?$/i;

/** Why a part of a project could not be read: its file, or what stands in it. */
export type Refusal = PlimsollError | SyntaxProblem;

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof PlimsollError || error instanceof SyntaxProblem;

/** A refusal, as the collector of Compose files says it. */
export const asError = (why: Refusal): PlimsollError =>
  why instanceof PlimsollError ? why : fromSyntax(why, 'compose-invalid');

/** A part of a project that is not here; the rest can be read without it. */
class Elsewhere extends SyntaxProblem {}

/**
 * Refuses what is named in a file and would have to be fetched.
 *
 * @throws SyntaxProblem
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
  throw new Elsewhere('invalid', said, { hint });
}

/** Whether it says that a part of a project is not here, or may not be read. */
export const isAbsent = (error: unknown): error is Refusal =>
  error instanceof Elsewhere ||
  (isRefusal(error) &&
    error.cause instanceof PlimsollError &&
    ['file-not-found', 'file-denied', 'file-unreadable'].includes(error.cause.code));

/** What is read, or nothing where it is not here or may not be read, which the project then says. */
export async function unlessAbsent<T>(
  { unread }: { readonly unread: Refusal[] },
  read: () => Promise<T>,
  onAbsent?: (why: Refusal) => void,
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
