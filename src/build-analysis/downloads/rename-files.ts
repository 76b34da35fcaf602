import { isProgramFolder } from '../../knowledge/system-programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import type { Place } from '../files/made-programs.ts';
import { folderOf, type FileAccount } from './file-account.ts';
import { joined, restBehind } from './path-patterns.ts';
import { parentOf } from './unpacked-folders.ts';

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
  moveBelow(account, from, from.includes('*') ? to : place, { keeps, at });
  if (from.includes('*')) return;
  const file = account.at(from);
  if (!keeps) files.delete(from);
  // What it is moved to may be a folder.
  for (const path of inside ? [place] : [to, joined(to, `/${basename(from)}`)]) {
    set(path, file);
    if (file.ofArchive === true && isProgramFolder(folderOf(path))) placed.set(path, at);
  }
}

/** Files and folders have other names with the folder that they lie in, or that matches a pattern. */
function moveBelow(
  { archives, files, placed, set }: FileAccount,
  from: string,
  to: string,
  { keeps, at }: Pick<Renaming, 'keeps' | 'at'>,
): void {
  const isPattern = from.includes('*');
  const stem = isPattern ? parentOf(from) : from;
  const placeOf = (path: string): string | undefined => {
    const rest = restBehind(path, from);
    if (rest === undefined || (rest === '' && !isPattern)) return undefined;
    return joined(to, path.slice(stem === '/' ? 0 : stem.length));
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
