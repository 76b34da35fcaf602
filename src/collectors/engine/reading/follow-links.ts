import { PlimsollError } from '../../../core/errors.ts';
import { resolveUnder } from '../../files/resolve-under.ts';
import { unreadFile } from '../../files/unread.ts';
import { missing, type Missing } from '../../partly.ts';
import type { FollowLinks } from '../facts/workload/mounts.ts';
import { text, type Wording } from '../../../core/text.ts';

/** Follows no link: says for every path that it could not. */
export const followsNone =
  (detail: Wording): FollowLinks =>
  () =>
    missing({ reason: 'unavailable', detail });

/**
 * Follows the symbolic links of many paths beforehand, so that whoever needs one finds it without waiting.
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
