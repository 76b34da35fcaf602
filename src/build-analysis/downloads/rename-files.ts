import { isProgramFolder } from '../../knowledge/system-programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import type { BuildFile, Place } from '../files/made-programs.ts';
import { folderOf, type FileAccount } from './file-account.ts';
import { looked } from './follow-budget.ts';
import { joined, restBehind } from '../commands/path-patterns.ts';
import { parentOf } from './path-parts.ts';

/** How a file comes to a name. */
export interface Renaming {
  /** Whether it is still there by the name before. */
  readonly keeps: boolean;
  /** Whether what is named is a folder that it comes to. */
  readonly inside: boolean;
  readonly at: Place;
}

/** A file or a folder, or what a pattern stands for, has another name, or a copy. */
export function renameFile(
  account: FileAccount,
  from: string,
  to: string,
  { keeps, inside, at }: Renaming,
): void {
  const { archives, files, placed, set } = account;
  const place = inside ? joined(to, `/${basename(from)}`) : to;
  const clone = archives.cloned(from);
  if (clone) {
    const stem = basename(place);
    archives.add(parentOf(place), { file: clone, stem, alone: false, cloned: true });
    return;
  }
  const found = inside || !from.includes('*') ? undefined : foundLike(account, from);
  // What a folder is moved to may be one that is there already.
  if (!inside && !from.includes('*')) {
    moveBelow(account, from, joined(to, `/${basename(from)}`), { keeps: true, at });
  }
  moveBelow(account, from, from.includes('*') ? to : place, { keeps, at });
  if (from.includes('*')) {
    // It may find one file alone, which has that name from here on.
    if (found) set(to, found);
    return;
  }
  const file = account.at(from);
  if (!keeps) files.delete(from);
  // What it is moved to may be a folder.
  for (const path of inside ? [place] : [to, joined(to, `/${basename(from)}`)]) {
    set(path, file);
    if (file.ofArchive === true && isProgramFolder(folderOf(path))) placed.set(path, at);
  }
}

/** The first file that was fetched and that a pattern finds. */
function foundLike({ files }: FileAccount, pattern: string): BuildFile | undefined {
  for (const [path, file] of files) {
    if (file.fetched && restBehind(path, pattern) === '') return file;
  }
  return undefined;
}

/** Files and folders have other names with the folder that they lie in, or that matches a pattern. */
function moveBelow(
  { archives, budget, files, placed, set }: FileAccount,
  from: string,
  to: string,
  { keeps, at }: Pick<Renaming, 'keeps' | 'at'>,
): void {
  budget.spend((files.size + 1) * looked);
  const isPattern = from.includes('*');
  const stem = isPattern ? parentOf(from) : from;
  const placeOf = (path: string): string | undefined => {
    const rest = restBehind(path, from);
    if (rest === undefined || (rest === '' && !isPattern)) return undefined;
    if (!isPattern) return joined(to, path.slice(stem === '/' ? 0 : stem.length));
    const lies = stem === '/' ? 1 : stem.split('/').length;
    const below = from.includes('/**/') ? [basename(path)] : path.split('/').slice(lies);
    return joined(to, `/${below.join('/')}`);
  };
  for (const [path, file] of [...files]) {
    const place = file.fetched ? placeOf(path) : undefined;
    if (place === undefined) continue;
    if (!keeps) files.delete(path);
    set(place, file);
    if (file.ofArchive === true && isProgramFolder(folderOf(place))) placed.set(place, at);
  }
  for (const [folder, all] of [...archives.entries()]) {
    const place = folder === stem ? to : placeOf(folder);
    if (place === undefined) continue;
    for (const each of all) archives.add(place, { ...each, at });
  }
  const archive = files.has(from) ? undefined : archives.holding(from);
  if (archive) archives.add(to, { file: archive, stem: '', alone: !isPattern, at });
}
