import type { Check } from '../../../core/controls/check.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text } from '../../../core/text.ts';
import { fail, type Verdict } from '../../../core/controls/verdict.ts';
import { unfollowed, type HostFile, type PickFile } from './host-file.ts';

/** Whether root owns a file, and its group is root's own or is called one of `groups` on that host. */
export function isRoots(file: HostFile, groups: readonly string[] = []): boolean | Verdict {
  if (file.type === 'symlink') return unfollowed(file.path);
  const { uid, gid } = file;
  if (uid === 0 && (gid === 0 || groups.some((group) => group === file.group))) return true;
  return fail(
    text(
      `${file.path} belongs to user ${uid} and group ${gid}`,
      `${file.path} 属于用户 ${uid}、组 ${gid}`,
    ),
  );
}

/** Judges the owner of one file; that it exists is for `applies` to say. */
export const ownedByRoot =
  (pick: PickFile): Check<HostFacts> =>
  (h) => {
    const file = pick(h);
    return file === null || isRoots(file);
  };
