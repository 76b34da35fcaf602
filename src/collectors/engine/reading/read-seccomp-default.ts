import { PlimsollError } from '../../../core/errors.ts';
import { text } from '../../../core/text.ts';
import { readText } from '../../files/read-text.ts';
import { missing, sourced } from '../../gathering/partial-facts.ts';
import { unread, unreadFile } from '../../gathering/unread-gap.ts';
import type { DefaultSeccomp } from '../../workload/engine-traits.ts';
import { parseSeccomp } from '../../workload/security-options.ts';

/** Names that engines have for the profile that they bring along, and for none. */
const own: ReadonlySet<string> = new Set(['', 'builtin', 'default', 'unconfined']);

/**
 * Reads the file of a profile that an engine gives to every container which asks for none.
 *
 * @param profile as the engine names it
 * @param root where the host's root directory is seen; `null` where it is not
 * @returns `undefined` where the engine gives its own profile, or none
 */
export async function readDefaultSeccomp(
  profile: string,
  root: string | null,
): Promise<DefaultSeccomp | undefined> {
  if (own.has(profile)) return undefined;
  const unseen = (why: Parameters<typeof missing>[0]): DefaultSeccomp => ({
    mode: 'custom',
    allowsAll: missing(why),
    allowedDangerous: missing(why),
  });
  if (root === null) {
    return unseen(
      unread(
        'unavailable',
        text(
          `the engine's default seccomp profile ${profile} lies on its host, whose files cannot be read from here`,
          `引擎的默认 seccomp 配置 ${profile} 位于其宿主机，此处不可见`,
        ),
      ),
    );
  }
  try {
    return sourced(parseSeccomp(await readText(root, profile)), { kind: 'file', path: profile });
  } catch (error) {
    if (error instanceof PlimsollError) return unseen(unreadFile(profile, error));
    throw error;
  }
}
