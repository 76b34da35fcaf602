import { isDataName } from '../../knowledge/data-file-names.ts';
import { isLoadedPlace } from '../../knowledge/loaded-places.ts';
import { isProgramFolder } from '../../knowledge/system-programs.ts';
import { isSettled, settleFile, type BuildFile, type Place } from '../files/made-programs.ts';
import { folderOf, type FileAccount } from './file-account.ts';

/** Files that were made programs without anything having verified them. */
export interface Programs {
  /** Where each became one that was fetched, and not run before. */
  readonly fetched: readonly Place[];
  /** Whether a path is that of any other. */
  readonly isOther: (path: string) => boolean;
  /** Whether any other may lie in a folder. */
  readonly reaches: (folder: string) => boolean;
}

/** What fetched a file stands with the place where it is reported. */
export const reportedAt = (file: BuildFile, place: Place): Place =>
  file.origin === undefined ? place : { ...place, origin: file.origin };

/** The files of an account that are programs, reported once: by their rights, or by where they lie. */
export function takePrograms(account: FileAccount): Programs {
  const { archives, files, placed, programs, isVerified, now } = account;
  const fetched: Place[] = [];
  const more = new Set<string>();
  const tell = (file: BuildFile, place: Place): void => {
    if (isSettled(file)) return;
    fetched.push(reportedAt(file, place));
    settleFile(file);
  };
  for (const [file, place] of programs.left()) {
    if (file.fetched) tell(file, place);
    else if (!file.verified) more.add(file.path);
  }
  for (const [path, file] of files) {
    if (!file.fetched || file.unpacked || (isDataName(path) && !isLoadedPlace(path))) continue;
    const place = placed.get(path);
    if (place) tell(file, place);
    else if (isLoadedPlace(path) || isProgramFolder(path)) {
      tell(file, { step: file.step ?? now, word: path });
    }
  }
  for (const [folder, all] of archives.entries()) {
    if (!isProgramFolder(folder)) continue;
    for (const { file, at: place } of all) {
      if (place && !isLookedAt(account, file)) tell(file, place);
    }
  }
  const isCovered = (path: string): boolean =>
    programs.covers(path) && !isDataName(path) && !isVerified(path);
  const placesOf = new Set([...more].map(folderOf));
  return {
    fetched,
    isOther: (path) =>
      more.has(path) || isCovered(path) || (isLoadedPlace(path) && !isVerified(path)),
    reaches: (folder) =>
      placesOf.has(folder) || programs.reaches(folder) || isLoadedPlace(`${folder}/x.sh`),
  };
}

/** Whether a file that came out of an archive was verified by itself. */
export function isLookedAt({ files }: FileAccount, archive: BuildFile): boolean {
  for (const { from, verified } of files.values()) if (from === archive && verified) return true;
  return false;
}
