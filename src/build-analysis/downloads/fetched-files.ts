import type { Doubt } from '../fetching/doubt.ts';
import type { PathLinks } from '../commands/path-links.ts';
import type { Allowed, BuildFile as File, Place as Ran } from '../files/made-programs.ts';
import type { Covered } from './covered-places.ts';
import type { Renaming } from './rename-files.ts';
import type { Programs } from './taken-programs.ts';
import type { Unpacked } from './unpacked-folders.ts';
import type { Undo, VerifiedFiles } from './verify-names.ts';

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
  /** A step has another folder in place of one, until what is returned is called. */
  readonly mount: (folder: string) => () => void;
  /** A program runs that may use whatever lies there. */
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
  /** How to hold such a folder to what nobody can change, unless something else comes to it before; `undefined` where none lies there. */
  readonly settling: (folder: string) => (() => Undo) | undefined;
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
