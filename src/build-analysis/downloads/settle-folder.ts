import type { BuildFile } from '../files/made-programs.ts';
import type { Undo } from './verify-names.ts';

/** How to hold a folder that was fetched as such to a commit, as long as nothing else has come to it since. */
export function settlingOf(folder: BuildFile): () => Undo {
  const { moves } = folder;
  return () => {
    const { holds = 0 } = folder;
    let isHeld = folder.moves === moves && (holds > 0 || !folder.verified);
    if (isHeld) Object.assign(folder, { holds: holds + 1, verified: true });
    return () => {
      if (!isHeld || folder.moves !== moves) return;
      isHeld = false;
      folder.holds = (folder.holds ?? 1) - 1;
      folder.verified = folder.holds > 0;
    };
  };
}

/** Something else comes to a folder: what held it does no more. */
export function moveOn(folder: BuildFile): void {
  Object.assign(folder, { holds: 0, verified: false, moves: (folder.moves ?? 0) + 1 });
}
