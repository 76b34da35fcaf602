import { basename } from '../../syntax/shell/base-name.ts';
import { fileOf, isSettled, type BuildFile, type Place } from '../files/made-programs.ts';
import type { FetchedFiles, Held } from './fetched-files.ts';
import { parentOf } from './path-parts.ts';
import { joined, restBehind } from '../commands/path-patterns.ts';

/** What is taken out of one account into another. */
export interface Carrying {
  /** A path there, which may be a pattern. */
  readonly source: string;
  readonly to: string;
  /** Whether what is named is a folder that files come to; what a folder holds comes to it in any case. */
  readonly inside: boolean;
  /** Whether it makes files programs. */
  readonly allows?: boolean | undefined;
  /** Whether only what nothing reported and nothing verified is taken. */
  readonly open?: true;
  readonly at: Place;
}

/** A path as it is called from outside: what is relative there begins in a folder that nobody knows. */
const rooted = (path: string): string =>
  path === '.'
    ? '/'
    : path.startsWith('~')
      ? path.replace(/^~(?=\/|$)/, '/root')
      : path.startsWith('/')
        ? path
        : `/${path}`;

/** Copies files, each once: what is verified in one stage is so from there on, and not in those that had it before. */
function copier(): (file: BuildFile) => BuildFile {
  const copies = new Map<BuildFile, BuildFile>();
  return (file) => {
    const known = copies.get(file);
    if (known) return known;
    const { path, fetched, unpacked, origin, line, ofArchive = false } = file;
    const copy: BuildFile = {
      ...{ path, fetched, unpacked, verified: isSettled(file), ofArchive },
      ...(origin === undefined ? {} : { origin }),
      ...(line === undefined ? {} : { line }),
    };
    copies.set(file, copy);
    return copy;
  };
}

/** Begins an account with what another one has in the end. */
export function inherit({ files, folders }: Held, into: FetchedFiles): void {
  const copyOf = copier();
  for (const [path, file] of files) if (file.fetched) into.place(path, copyOf(file));
  for (const [folder, all] of folders()) {
    for (const { at: _, ...each } of all) {
      into.placeUnpacked(folder, { ...each, file: copyOf(each.file) });
    }
  }
}

/** Takes what was fetched in one account to where another has it. */
export function carry(
  { files, folders, holding, cloned, links }: Held,
  into: FetchedFiles,
  { source: named, to, inside, allows, open, at }: Carrying,
): void {
  const source = links?.resolve(named) ?? named;
  const copyOf = copier();
  const placeFile = (path: string, file: BuildFile): void => {
    into.place(path, file, at);
    if (allows === true && !isSettled(file)) into.allow({ path, deep: false }, at);
  };
  let found = false;
  for (const [path, file] of [...files]) {
    const rest = file.fetched ? restBehind(rooted(path), source) : undefined;
    if (rest === undefined || (open && isSettled(file))) continue;
    found ||= rest === '';
    const copy = copyOf(file);
    if (rest !== '' || source === '/') placeFile(joined(to, rest), copy);
    else {
      const below = joined(to, `/${basename(path)}`);
      placeFile(inside ? below : to, copy);
      if (!inside) into.place(below, copy);
    }
  }
  for (const [folder, all] of [...folders()]) {
    const rest = restBehind(rooted(folder), source);
    if (rest === undefined) continue;
    for (const each of all) {
      if (open && isSettled(each.file)) continue;
      into.placeUnpacked(joined(to, rest === '/' ? '' : rest), {
        ...each,
        file: copyOf(each.file),
        at,
      });
    }
  }
  for (const [link, target] of links?.all() ?? []) {
    const rest = restBehind(rooted(link), source);
    const file = rest === undefined ? undefined : files.get(links?.resolve(target) ?? target);
    if (file?.fetched === true && rest !== undefined && rest !== '') {
      placeFile(joined(to, rest), copyOf(file));
    }
  }
  const clone = cloned(source);
  if (clone !== undefined && !isSettled(clone)) {
    const lies = inside ? joined(to, `/${basename(source)}`) : to;
    const copy = { file: copyOf(clone), stem: basename(lies), alone: false, at };
    into.placeUnpacked(parentOf(lies), { ...copy, cloned: true });
  }
  const archive =
    found || /[*?[]/.test(source) ? undefined : (holding(source) ?? holding(source.slice(1)));
  if (archive === undefined || isSettled(archive)) return;
  // It may be a file or a folder.
  const copy = copyOf(archive);
  const below = joined(to, `/${basename(source)}`);
  for (const path of inside ? [below] : [to, below]) {
    placeFile(path, fileOf(path, copy, true));
  }
  into.placeUnpacked(to, { file: copy, stem: '', alone: true, at });
}
