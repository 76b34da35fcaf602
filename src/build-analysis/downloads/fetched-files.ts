import { basename } from '../../syntax/shell/base-name.ts';
import { isDataName } from '../../knowledge/data-file-names.ts';
import { isLoadedPlace } from '../../knowledge/loaded-places.ts';
import {
  createMadePrograms,
  type Allowed,
  type BuildFile as File,
  type Place as Ran,
} from '../files/made-programs.ts';
import { stemOf } from '../files/unpacked-archives.ts';
import { createUnpackedFolders, parentOf } from './unpacked-folders.ts';
import type { Verified } from './verified-files.ts';

/** What is unpacked: a file by its path, or what a pipe brings from a network, by the name that it has there. */
export type Archive = { readonly path: string } | { readonly fetched: string };

/** Keeps account of the files that a stage fetches: which of them were verified before they were run. */
export interface FetchedFiles {
  /** @param order the place of the command that does so in its script */
  readonly fetch: (path: string, order?: number) => void;
  /** A file has another name, or a copy; what it is moved to may be a folder, or is one for certain. */
  readonly name: (from: string, to: string, how: Renaming) => void;
  readonly remove: (path: string) => void;
  /** Another step begins. */
  readonly begin: (step: number) => void;
  /** The script itself writes a file. */
  readonly write: (path: string) => void;
  readonly unpack: (archive: Archive, folder: string, alone: boolean) => void;
  /** A folder is fetched with all that is in it. */
  readonly clone: (folder: string) => void;
  /** Such a folder is held to what nobody can change. */
  readonly settle: (folder: string) => void;
  /** A file out of an archive is looked at by itself: what is said of it is not said of the rest. */
  readonly takeOut: (path: string) => void;
  /** @param isPassing whether it may have to be taken back */
  readonly verify: (what: Verified, isPassing?: boolean) => Undo | undefined;
  /**
   * @param path `undefined` of a program that is named without one
   * @param isGuessed whether it is run only if it is a file that is known
   */
  readonly run: (path: string | undefined, at: Ran, isGuessed?: boolean) => void;
  /** Files are made programs. */
  readonly allow: (allowed: Allowed, at: Ran) => void;
  /** A file is none any more. */
  readonly forbid: (path: string) => void;
  /** The files that were made executable, exist, and are not verified so far; each is reported once. */
  readonly takePrograms: () => Programs;
  readonly isVerified: (path: string) => boolean;
  /** Whether a file exists that was fetched, and was neither reported nor verified. */
  readonly hasUnverified: () => boolean;
  /** Where each file was first run that was fetched and not verified. */
  readonly unverified: readonly Ran[];
  /** Where each other file was first run, by path, before anything verified it. */
  readonly others: ReadonlyMap<string, Ran>;
}

/** Takes back that files were verified, but those that the step fetched from a place of its script on. */
export type Undo = (keptFrom: number) => void;

/** Files that were made programs without anything having verified them. */
export interface Programs {
  /** Where each became one that was fetched, and not run before. */
  readonly fetched: readonly Ran[];
  /** Whether a path is that of any other. */
  readonly isOther: (path: string) => boolean;
  /** Whether any other may lie in a folder. */
  readonly reaches: (folder: string) => boolean;
}

/** How a file comes to a name. */
export interface Renaming {
  /** Whether it is still there by the name before. */
  readonly keeps: boolean;
  /** Whether what is named is a folder that it comes to. */
  readonly inside: boolean;
}

export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/** Where programs are looked for that are named without a path. */
export const searched = [
  ...['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'],
] as const;

/** An account in which nothing was fetched so far. */
export function createFetchedFiles(): FetchedFiles {
  const files = new Map<string, File>();
  const byName = new Map<string, File[]>();
  const verifiedNames = new Set<string>();
  let allVerified = false;
  const unverified: Ran[] = [];
  const others = new Map<string, Ran>();
  const archives = createUnpackedFolders();
  const programs = createMadePrograms(files);
  let now = 0;

  const set = (path: string, file: File): File => {
    files.set(path, file);
    const name = basename(path);
    const alike = byName.get(name);
    if (alike) alike.push(file);
    else byName.set(name, [file]);
    return file;
  };
  const isVerifiedName = (path: string): boolean =>
    allVerified || verifiedNames.has(basename(path));
  const isVerified = (path: string): boolean => files.get(path)?.verified ?? isVerifiedName(path);
  const at = (path: string): File =>
    files.get(path) ??
    set(
      path,
      archives.holding(path) ?? {
        path,
        fetched: false,
        verified: isVerifiedName(path),
        unpacked: false,
      },
    );
  const runFile = (file: File, ran: Ran): void => {
    if (file.verified) return;
    if (file.fetched) unverified.push(ran);
    else others.set(file.path, ran);
    // Reporting it once is enough.
    file.verified = true;
  };

  /** How to take back what is about to be verified: a file is there again as it was fetched. */
  const undoOf = (names: readonly string[], open: boolean): Undo => {
    const named = new Set(names);
    const made = programs.left();
    const before = [...files].filter(
      ([path, { verified }]) => !verified && (open || named.has(basename(path))),
    );
    const restore = archives.keep();
    const [wasAll, newNames] = [allVerified, names.filter((name) => !verifiedNames.has(name))];
    const left = new Map(before);
    return (keptFrom) => {
      allVerified = wasAll;
      for (const name of newNames) verifiedNames.delete(name);
      restore();
      for (const [path, file] of left) {
        if (file.step === now && (file.order ?? -1) >= keptFrom) continue;
        left.delete(path);
        const again = set(path, { ...file, verified: false });
        const place = made.get(file);
        if (place) programs.allow({ path, deep: false }, again, place);
      }
    };
  };

  return {
    unverified,
    others,
    fetch(path, order = -1) {
      set(path, { path, fetched: true, verified: false, unpacked: false, step: now, order });
    },
    name(from, to, { keeps, inside }) {
      const clone = archives.cloned(from);
      if (clone) {
        const place = inside ? `${to}/${basename(from)}` : to;
        const stem = basename(place);
        archives.add(parentOf(place), { file: clone, stem, alone: false, cloned: true });
        return;
      }
      const file = at(from);
      if (!keeps) files.delete(from);
      if (!inside) set(to, file);
      const below = basename(from);
      set(to === '.' ? below : `${to === '/' ? '' : to}/${below}`, file);
    },
    remove(path) {
      const file = files.get(path);
      if (file && files.get(`${path}/${basename(file.path)}`) === file) {
        files.delete(`${path}/${basename(file.path)}`);
      }
      files.delete(path);
      archives.remove(path);
    },
    begin(step) {
      now = step;
      archives.begin(step);
    },
    write(path) {
      if (archives.any() && !files.has(path)) {
        set(path, { path, fetched: false, verified: allVerified, unpacked: false });
      }
    },
    unpack(archive, folder, alone) {
      const file =
        'path' in archive
          ? files.get(archive.path)
          : { path: folder, fetched: true, verified: allVerified, unpacked: true };
      if (file === undefined || !file.fetched || file.verified) return;
      file.unpacked = true;
      const stem = stemOf('path' in archive ? archive.path : archive.fetched);
      archives.add(folder, { file, stem, alone });
    },
    clone(path) {
      const file = { path, fetched: true, verified: allVerified, unpacked: true };
      archives.add(parentOf(path), { file, stem: basename(path), alone: false, cloned: true });
    },
    settle(path) {
      const file = archives.cloned(path);
      if (file) file.verified = true;
    },
    takeOut(path) {
      if (files.has(path) || !archives.holding(path)) return;
      set(path, { path, fetched: true, verified: false, unpacked: true });
    },
    verify({ names, open }, isPassing = false) {
      const undo = isPassing ? undoOf(names, open) : undefined;
      let known = false;
      for (const name of names) {
        for (const file of byName.get(name) ?? []) {
          file.verified = true;
          known ||= file.fetched;
        }
        byName.delete(name);
        verifiedNames.add(name);
      }
      if (!open || known) return undo;
      allVerified = true;
      files.clear();
      byName.clear();
      archives.clear();
      programs.clear();
      return undo;
    },
    run(path, ran, isGuessed = false) {
      const known = path === undefined ? undefined : files.get(path);
      if (known) return runFile(known, ran);
      if (path !== undefined) return isGuessed ? undefined : runFile(at(path), ran);
      const { word } = ran;
      for (const folder of searched) {
        const file = files.get(`${folder}/${word}`) ?? archives.namesakeIn(folder, word);
        if (file) return runFile(file, ran);
      }
      if (!allVerified && !verifiedNames.has(word) && !others.has(word)) others.set(word, ran);
    },
    allow(allowed, place) {
      const { path, deep } = allowed;
      const alone = deep || path.includes('*') ? files.get(path) : at(path);
      programs.allow(allowed, alone, place);
    },
    forbid(path) {
      const file = files.get(path);
      if (file) programs.forbid(file);
    },
    takePrograms() {
      const fetched: Ran[] = [];
      const more = new Set<string>();
      for (const [file, place] of programs.left()) {
        if (file.verified) continue;
        if (!file.fetched) more.add(file.path);
        else {
          fetched.push(place);
          file.verified = true;
        }
      }
      for (const [path, file] of files) {
        if (!file.fetched || file.verified || file.unpacked || !isLoadedPlace(path)) continue;
        fetched.push({ step: file.step ?? now, word: path });
        file.verified = true;
      }
      const isCovered = (path: string): boolean =>
        programs.covers(path) && !isDataName(path) && !isVerified(path);
      const folders = new Set([...more].map(folderOf));
      return {
        fetched,
        isOther: (path) =>
          more.has(path) || isCovered(path) || (isLoadedPlace(path) && !isVerified(path)),
        reaches: (folder) =>
          folders.has(folder) || programs.reaches(folder) || isLoadedPlace(`${folder}/x.sh`),
      };
    },
    isVerified,
    hasUnverified: () =>
      [...files.values()].some(
        ({ fetched, verified, unpacked: isUnpacked }) => fetched && !verified && !isUnpacked,
      ),
  };
}
