import { parseMountInfo } from '../../../syntax/proc/mount-info.ts';
import { createPlaceOf } from '../../proc/mounts-in-force.ts';
import { readProc } from '../../proc/read-proc.ts';
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
 * Follows the symbolic links of many paths beforehand, and mounts that show another place of the host, so that one that is
 * needed is there without waiting.
 *
 * @param host where its root directory is seen, and its processes
 * @param ended anything once no time is left
 */
export async function followAll(
  { root, procRoot }: { readonly root: string; readonly procRoot: string | null },
  paths: Iterable<string>,
  ended: () => unknown,
): Promise<FollowLinks> {
  const placeOf = readPlaces(procRoot);
  const followed = new Map<string, string | Missing>();
  for (const path of new Set(paths)) {
    if (ended() !== undefined) break;
    const led = await follow(root, path);
    followed.set(path, typeof led === 'string' ? placeOf(led) : led);
  }
  return (path) =>
    followed.get(path) ??
    missing({
      reason: 'unavailable',
      detail: text(`the links of ${path} were not followed`, `未解析 ${path} 的符号链接`),
    });
}

/** Of a host whose mounts this user may not read, places are what they are called. */
function readPlaces(procRoot: string | null): (path: string) => string {
  if (procRoot === null) return (path) => path;
  try {
    return createPlaceOf(parseMountInfo(readProc(`${procRoot}/1/mountinfo`)));
  } catch (error) {
    if (error instanceof PlimsollError) return (path) => path;
    throw error;
  }
}

async function follow(root: string, path: string): Promise<string | Missing> {
  try {
    return await resolveUnder(root, path);
  } catch (error) {
    if (error instanceof PlimsollError) return missing(unreadFile(path, error));
    throw error;
  }
}
