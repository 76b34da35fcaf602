import { isDataName, isDataPlace } from '../../knowledge/data-file-names.ts';
import { isLoadedPlace } from '../../knowledge/loaded-places.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import type { Doubt } from '../fetching/doubt.ts';
import type { BuildFile } from '../files/made-programs.ts';
import { isOpen, type FileAccount } from './file-account.ts';
import { looked } from './follow-budget.ts';
import { joined, restBehind } from '../commands/path-patterns.ts';
import { isLookedAt } from './taken-programs.ts';

/** A person is asked about no more of one stage. */
const manyDoubts = 20;

/** Something of a download is not known. */
export function doubtIn(
  { doubts, line }: FileAccount,
  about: Doubt['about'],
  what: string,
  at: number | undefined = line,
  isUnpacked = false,
): void {
  if (doubts.length < manyDoubts) doubts.push({ about, what, line: at, isUnpacked });
}

/** Whether a name says that what has it is no code. */
const isData = (path: string): boolean =>
  isDataPlace(path) || (isDataName(path) && !isLoadedPlace(path));

/** The downloads of an account that may be code, that nothing verified, where they lie, and whether they were unpacked there. */
function* codeLeft(account: FileAccount): Iterable<readonly [string, BuildFile, boolean]> {
  const { archives, budget, files } = account;
  budget.spend(files.size * looked);
  for (const [path, file] of files) {
    if (!isOpen(file) || file.unpacked || isData(path)) continue;
    // Where what a file is moved to may be a folder, it lies in there by its own name.
    const inside = `${path}/${basename(file.path)}`;
    if (files.get(inside) !== file || !isData(inside)) yield [path, file, false];
  }
  for (const [folder, all] of archives.entries()) {
    for (const { file, stem, cloned } of all) {
      if (!isOpen(file) || isData(folder) || isLookedAt(account, file)) continue;
      yield [cloned ? joined(folder, `/${stem}`) : folder, file, cloned !== true];
    }
  }
}

/** Whether a program has run beside a file that may have used it. */
const mayBeUsed = ({ programsRun }: FileAccount, { programsBefore = 0 }: BuildFile): boolean =>
  programsRun > programsBefore;

/** A download is removed that something may have used before. */
export function doubtRemoved(account: FileAccount, path: string): void {
  if (account.programsRun === 0) return;
  for (const [at, file, isUnpacked] of codeLeft(account)) {
    if (!mayBeUsed(account, file) || restBehind(at, path) === undefined) continue;
    doubtIn(account, 'used', at, file.line, isUnpacked);
  }
}

/** The stage ends: what is left that nothing verified may be run from the image, or was used by what ran in the stage. */
export function doubtLeft(account: FileAccount, isImage: boolean): void {
  const seen = new Set<BuildFile>();
  for (const [path, file, isUnpacked] of codeLeft(account)) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (isImage) doubtIn(account, 'kept', path, file.line, isUnpacked);
    else if (mayBeUsed(account, file)) doubtIn(account, 'used', path, file.line, isUnpacked);
  }
}
