import type { Script } from '../scripts/script.ts';
import { anyGives, givenIn, givesIdentity, givesOwner } from '../files/file-modes.ts';
import type { IsFolder } from '../files/made-folders.ts';

/**
 * Whether a script gives a program the bits with which it runs as its owner or group; `undefined` where nobody knows a mode that
 * it gives. A folder with that of its group only hands the group on to what is put into it.
 */
export function setsIdentity(script: Script, isFolder: () => IsFolder): boolean | undefined {
  const given = givenIn(script).filter(
    ({ mode, paths, folders }) =>
      !folders && (givesOwner(mode) !== false || paths.length === 0 || !paths.every(isFolder())),
  );
  return anyGives(given, ({ mode, umask }) => givesIdentity(mode, umask));
}
