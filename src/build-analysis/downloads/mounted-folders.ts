import type { FileAccount } from './file-account.ts';
import { looked } from './follow-budget.ts';
import { restBehind } from '../commands/path-patterns.ts';

/** A step has another folder in place of one; what comes back takes away what lies in it then, and has again what lay there before. */
export function mountFolder({ archives, budget, files }: FileAccount, folder: string): () => void {
  budget.spend(files.size * looked);
  const isBelow = ([path]: readonly [string, unknown]): boolean =>
    restBehind(path, folder) !== undefined;
  const before = [...files].filter(isBelow);
  const archivesBefore = [...archives.entries()].filter(isBelow);
  return () => {
    for (const [path] of [...files].filter(isBelow)) files.delete(path);
    for (const [path] of [...archives.entries()].filter(isBelow)) archives.remove(path);
    for (const [path, file] of before) files.set(path, file);
    for (const [path, all] of archivesBefore) for (const each of all) archives.add(path, each);
  };
}
