import type { Script } from '../scripts/script.ts';
import { anyGives, givesWrite, isSticky, modesIn } from './file-modes.ts';
import type { IsFolder } from './made-folders.ts';

/**
 * Whether a script lets everybody write to files; `undefined` where nobody knows a mode that it gives. The sticky bit
 * excuses a folder that is meant for everybody's files: it keeps no file, and nothing below a folder, from being written.
 */
export const opensFiles = (script: Script, isShared: () => IsFolder): boolean | undefined =>
  anyGives(modesIn(script), ({ mode, umask, paths, makes }) => {
    const writes = givesWrite(mode, umask);
    if (writes !== true || isSticky(mode, umask) !== true) return writes;
    return !(makes === true || (paths.length > 0 && paths.every(isShared())));
  });
