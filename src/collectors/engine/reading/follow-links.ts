import { resolveUnder } from '../../files/resolve-under.ts';
import { type Missing, missing } from '../../gathering/partial-facts.ts';
import { unreadFile } from '../../gathering/unread-gap.ts';
import { PlimsollError } from '../../../core/errors.ts';
import { type Wording, text } from '../../../core/text.ts';

/** Follows the symbolic links of a path on the engine's host, as far as that was possible. */
export type FollowLinks = (path: string) => string | Missing;

/** Follows no link: says for every path that it could not. */
export const followsNone =
  (detail: Wording): FollowLinks =>
  () =>
    missing({ reason: 'unavailable', detail });

/**
 * Follows the symbolic links of many paths beforehand, so that one that is needed is there without waiting.
 *
 * @param root where the host's root directory is seen
 * @param ended anything once no time is left
 */
export async function followAll(
  root: string,
  paths: Iterable<string>,
  ended: () => unknown,
): Promise<FollowLinks> {
  const followed = new Map<string, string | Missing>();
  for (const path of new Set(paths)) {
    if (ended() !== undefined) break;
    followed.set(path, await follow(root, path));
  }
  return (path) =>
    followed.get(path) ??
    missing({
      reason: 'unavailable',
      detail: text(`the links of ${path} were not followed`, `未解析 ${path} 的符号链接`),
    });
}

async function follow(root: string, path: string): Promise<string | Missing> {
  try {
    return await resolveUnder(root, path);
  } catch (error) {
    if (error instanceof PlimsollError) return missing(unreadFile(path, error));
    throw error;
  }
}
