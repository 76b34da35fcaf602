import type { Doubt } from '../fetching/doubt.ts';
import { doubtIn, doubtLeft, doubtRemoved } from './left-files.ts';
import type { PathLinks } from '../commands/path-links.ts';
import { isSystemFolder } from '../../knowledge/known-folders.ts';
import { isProgramFolder } from '../../knowledge/system-programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { stemOf } from '../files/archive-names.ts';
import {
  isSettled,
  settleFile,
  type Allowed,
  type BuildFile as File,
  type Place as Ran,
} from '../files/made-programs.ts';
import { createFileAccount, folderOf, isOpen } from './file-account.ts';
import { looked, type FollowBudget } from './follow-budget.ts';
import { mountFolder } from './mounted-folders.ts';
import { joined, restBehind } from './path-patterns.ts';
import { renameFile, type Renaming } from './rename-files.ts';
import { takePrograms, reportedAt, type Programs } from './taken-programs.ts';
import { parentOf, type Covered, type Unpacked } from './unpacked-folders.ts';
import { verifyNames, type Undo, type VerifiedFiles } from './verify-names.ts';

/** What is unpacked: a file, or what a pipe brings from a network, by the name that it has there. */
export type Archive =
  | { readonly path: string }
  | { readonly fetched: string }
  | { readonly file: File };

/** How and where to an archive is unpacked. */
export interface Unpacking {
  readonly folder: string;
  readonly alone: boolean;
  /** The files that are taken out of it; absent where that is all of them. */
  readonly members?: readonly string[] | undefined;
  readonly at: Ran;
}

/** What an account holds that may be taken elsewhere. */
export interface Held {
  readonly files: ReadonlyMap<string, File>;
  readonly folders: () => Iterable<readonly [folder: string, all: readonly Unpacked[]]>;
  /** What a path that nobody named must have come from. */
  readonly holding: (path: string) => File | undefined;
  /** A folder that was fetched as such. */
  readonly cloned: (path: string) => File | undefined;
  /** Its links. */
  readonly links?: PathLinks;
}

/** Keeps account of the files that a stage fetches: which of them were verified before they were run. */
export interface FetchedFiles {
  readonly held: Held;
  /**
   * @param order the place of the command that does so in its script
   * @param origin what does so where that is no command
   */
  readonly fetch: (path: string, order?: number, origin?: number) => void;
  /** A file of another account, or what came of one here, has a path. */
  readonly place: (path: string, file: File, at?: Ran) => void;
  /** An archive of another account lies in a folder, or one of this step. */
  readonly placeUnpacked: (folder: string, one: Unpacked, isHere?: boolean) => void;
  readonly name: (from: string, to: string, how: Renaming) => void;
  readonly remove: (path: string) => void;
  /** Something else may bring files to a path or below it, or programs. */
  readonly cover: (place: Covered) => void;
  readonly mix: () => void;
  /** Another step begins. */
  readonly begin: (step: number, line?: number) => void;
  /** Something of a download is not known in the step. */
  readonly doubt: (about: Doubt['about'], what: string) => void;
  readonly doubts: readonly Doubt[];
  /** A program runs that may use whatever lies there. */
  /** A step has another folder in place of one, until what is returned is called. */
  readonly mount: (folder: string) => () => void;
  readonly expose: () => void;
  /** The stage ends; what it leaves is in the image, or in no other stage. */
  readonly end: (isImage: boolean) => void;
  /** The script itself writes a file. */
  readonly write: (path: string) => void;
  readonly unpack: (archive: Archive, how: Unpacking) => void;
  /** Whether anything that was fetched together lies somewhere. */
  readonly hasFolders: () => boolean;
  /** The same at any time so far. */
  readonly hadFolders: () => boolean;
  /** A folder is fetched with all that is in it. */
  readonly clone: (folder: string, origin?: number) => void;
  /** Such a folder is held to what nobody can change. */
  readonly settle: (folder: string) => void;
  /** A file out of an archive is looked at by itself: what is said of it is not said of the rest. */
  readonly takeOut: (path: string) => void;
  /** @param isPassing whether it may have to be taken back */
  readonly verify: (what: VerifiedFiles, isPassing?: boolean) => Undo | undefined;
  /** The file at a path, where it was fetched and nothing has verified it. */
  readonly unverifiedAt: (path: string) => File | undefined;
  /**
   * The first such file at a path, below a folder, or out of an archive that lies there.
   *
   * @param isGuessed whether it may be one that must have come from somewhere, and that nothing named
   */
  readonly unverifiedBelow: (folder: string, isGuessed?: boolean) => File | undefined;
  /**
   * @param path `undefined` of a program that is named without one
   * @param isGuessed whether it is run only if it is a file that is known
   */
  readonly run: (path: string | undefined, at: Ran, isGuessed?: boolean) => void;
  /** Such a file is run, whatever names it. */
  readonly runFile: (file: File, at: Ran) => void;
  /** All such files below a folder may be run. */
  readonly runBelow: (folder: string, at: Ran) => void;
  /** Files are made programs. */
  readonly allow: (allowed: Allowed, at: Ran) => void;
  /** A file is none any more. */
  readonly forbid: (path: string) => void;
  /** The files that were made executable, exist, and are not verified so far; each is reported once. */
  readonly takePrograms: () => Programs;
  readonly isVerified: (path: string) => boolean;
  readonly isFetched: (path: string) => boolean;
  /** Such a folder has something else in it, from the same place. */
  readonly unsettle: (folder: string) => void;
  /** Whether a file exists that was fetched, and was neither reported nor verified. */
  readonly hasUnverified: () => boolean;
  /** Where each file was first run that was fetched and not verified. */
  readonly unverified: readonly Ran[];
  /** Where each other file was first run, by path, before anything verified it. */
  readonly others: ReadonlyMap<string, Ran>;
}

/** Where programs are looked for that are named without a path. */
export const searched = [
  ...['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'],
] as const;

/**
 * An account in which nothing was fetched so far.
 *
 * @param listed the folders where programs are looked for besides those of a system
 * @param lead where a path leads to by way of links
 * @param budget how much may be followed; nothing more happens where it is spent
 */
export function createFetchedFiles(
  listed: () => readonly string[],
  lead: (path: string) => string,
  budget: FollowBudget,
): FetchedFiles {
  const account = createFileAccount(budget);
  const { archives, files, known, memberOf, placed, programs, set, verifiedNames } = account;
  const unverified: Ran[] = [];
  const others = new Map<string, Ran>();
  const runFile = (file: File, ran: Ran): void => {
    if (isSettled(file)) return;
    if (file.fetched) unverified.push(reportedAt(file, ran));
    else others.set(file.path, ran);
    settleFile(file);
  };
  const fresh = (path: string) => ({
    ...{ path, fetched: true, verified: account.allVerified },
    ...{ line: account.line, programsBefore: account.programsRun },
  });
  const placeMember = (path: string, file: File, at: Ran): void => {
    set(path, file);
    if (file.ofArchive === true && isProgramFolder(folderOf(path))) placed.set(path, at);
  };

  return {
    unverified,
    others,
    held: {
      ...{ files, folders: archives.entries },
      ...{ holding: archives.holding, cloned: archives.cloned },
    },
    fetch(path, order = -1, origin?: number) {
      set(path, {
        ...{ path, fetched: true, verified: false, unpacked: false, step: account.now, order },
        line: account.line,
        ...(origin === undefined ? {} : { origin }),
      });
    },
    place(path, file, at) {
      if (at) placeMember(path, file, at);
      else set(path, file);
    },
    placeUnpacked: (folder, one, isHere = false) => archives.add(folder, one, !isHere),
    name: (from, to, how) => renameFile(account, from, to, how),
    remove(path) {
      doubtRemoved(account, path);
      const file = files.get(path);
      if (file && files.get(`${path}/${basename(file.path)}`) === file) {
        files.delete(`${path}/${basename(file.path)}`);
      }
      files.delete(path);
      archives.remove(path);
    },
    cover: archives.cover,
    mix: archives.mix,
    hasFolders: archives.any,
    hadFolders: archives.wereAny,
    doubts: account.doubts,
    doubt: (about, what) => doubtIn(account, about, what),
    mount: (folder) => mountFolder(account, folder),
    expose() {
      account.programsRun += 1;
    },
    end: (isImage) => doubtLeft(account, isImage),
    begin(step, line) {
      account.now = step;
      account.line = line;
      archives.begin(step);
    },
    write(path) {
      if (files.has(path)) return;
      set(path, { path, fetched: false, verified: account.allVerified, unpacked: false });
    },
    unpack(archive, { folder, alone, members, at }) {
      const file =
        'file' in archive
          ? archive.file
          : 'path' in archive
            ? known(archive.path)
            : { ...fresh(folder), unpacked: true };
      if (!isOpen(file)) return;
      file.unpacked = true;
      if (members === undefined) {
        const stem = stemOf('fetched' in archive ? archive.fetched : file.path);
        archives.add(folder, { file, stem, alone, at });
        return;
      }
      for (const each of members) {
        const path = joined(folder, `/${each}`);
        placeMember(path, memberOf(file, path), at);
        archives.add(path, { file, stem: '', alone: true });
      }
    },
    clone(path, origin) {
      const file = {
        ...{ ...fresh(path), unpacked: true },
        ...(origin === undefined ? {} : { origin }),
      };
      archives.add(parentOf(path), { file, stem: basename(path), alone: false, cloned: true });
    },
    settle(path) {
      const file = archives.cloned(path);
      if (file) file.verified = true;
    },
    unsettle(path) {
      const file = archives.cloned(path);
      if (file) file.verified = false;
    },
    takeOut(path) {
      if (!files.has(path)) known(path);
    },
    verify: (what, isPassing = false) => verifyNames(account, what, isPassing),
    unverifiedAt(path) {
      const file = known(path);
      return isOpen(file) ? file : undefined;
    },
    unverifiedBelow(folder, isGuessed = true) {
      budget.spend(files.size * looked);
      const isBelow = (path: string): boolean =>
        folder === '.' ? !/^[/~$]/.test(path) : restBehind(path, folder) !== undefined;
      for (const [path, file] of files) if (isBelow(path) && isOpen(file)) return file;
      for (const [place, all] of archives.entries()) {
        const found = isBelow(place) ? all.find(({ file }) => isOpen(file)) : undefined;
        if (found) return found.file;
      }
      const archive = isGuessed ? archives.holding(folder) : undefined;
      return isOpen(archive) ? archive : undefined;
    },
    runFile,
    run(path, ran, isGuessed = false) {
      if (path?.includes('*') === true) {
        for (const [at, file] of files) {
          if (isOpen(file) && restBehind(at, path) === '') runFile(file, ran);
        }
      }
      if (path !== undefined) {
        const file = isGuessed ? known(path) : account.at(path);
        if (file) runFile(file, ran);
        return;
      }
      const { word } = ran;
      for (const folder of [...listed(), ...searched]) {
        const isOwn = !isSystemFolder(folder);
        const place = `${folder}/${word}`;
        const led = lead(place);
        const file =
          (led === place ? files.get(place) : known(led)) ?? archives.bringing(folder, word, isOwn);
        if (file) return runFile(file, ran);
      }
      if (!account.allVerified && !verifiedNames.has(word) && !others.has(word)) {
        others.set(word, ran);
      }
    },
    runBelow(folder, ran) {
      for (const [path, file] of files) {
        if (isOpen(file) && restBehind(path, folder) !== undefined) runFile(file, ran);
      }
      for (const [place, all] of archives.entries()) {
        if (restBehind(place, folder) !== undefined) for (const { file } of all) runFile(file, ran);
      }
    },
    allow(allowed, place) {
      const { path, deep } = allowed;
      const alone = deep || path.includes('*') ? files.get(path) : account.at(path);
      programs.allow(allowed, alone, place);
    },
    forbid(path) {
      const file = files.get(path);
      if (file) programs.forbid(file);
    },
    takePrograms: () => takePrograms(account),
    isVerified: account.isVerified,
    isFetched: (path) => files.get(path)?.fetched === true,
    hasUnverified() {
      budget.spend(looked);
      for (const file of files.values()) if (isOpen(file)) return true;
      for (const [, all] of archives.entries()) {
        if (all.some(({ file }) => isOpen(file))) return true;
      }
      return false;
    },
  };
}
