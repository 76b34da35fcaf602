import { basename } from '../../syntax/shell/base-name.ts';
import { isDataName, isLoadedName } from '../../knowledge/data-file-names.ts';

/** One file of a build, whatever names it has had. */
export interface BuildFile {
  /** The first of them. */
  readonly path: string;
  readonly fetched: boolean;
  verified: boolean;
  /** How often something else may have come to it since it was fetched; of folders that are fetched as such. */
  moves?: number;
  /** How many commands hold such a folder to a commit for now. */
  holds?: number;
  /** Whether it is an archive that was unpacked, and stands for all that came out of it. */
  unpacked: boolean;
  /** The step that fetched it, and the place in its script of the command that did. */
  readonly step?: number;
  readonly order?: number;
  /** The line of the instruction that fetched it. */
  readonly line?: number | undefined;
  /** How many programs had run before that may use whatever lies there. */
  programsBefore?: number;
  /** What it came out of, or was made of: where that is verified, so is this. */
  readonly from?: BuildFile;
  /** How many files lie between it and the first of them. */
  readonly depth?: number;
  /** Whether it came out of an archive, as what that says it is: a program where it was packed as one. */
  readonly ofArchive?: boolean;
  /** What fetched it where that was no command. */
  readonly origin?: number;
}

/** No person makes one file of another more often. */
const deepest = 10;

/** A file that came out of another one, or was made of it. */
export function fileOf(path: string, from: BuildFile, ofArchive = false): BuildFile {
  const depth = (from.depth ?? 0) + 1;
  const near = depth > deepest ? (from.from ?? from) : from;
  return {
    ...{ path, fetched: true, verified: false, unpacked: false, ofArchive },
    ...{ from: near, depth: Math.min(depth, deepest) },
    ...(from.origin === undefined ? {} : { origin: from.origin }),
    ...(from.line === undefined ? {} : { line: from.line }),
  };
}

/** Whether nothing needs to be reported of a file: it was verified, or was reported before. */
export const isSettled = ({ verified, from }: BuildFile): boolean =>
  verified || (from !== undefined && isSettled(from));

/** Once is enough to report a file, or what it came out of. */
export function settleFile(file: BuildFile): void {
  file.verified = true;
  if (file.from) settleFile(file.from);
}

/** Where something happened to a file. */
export interface Place {
  /** The place of the step among those of its stage. */
  readonly step: number;
  /** The word that names the file. */
  readonly word: string;
  /** What fetched the file where that was no command. */
  readonly origin?: number;
}

/** What is given the right to be executed: a path, which may be a pattern, and whether it goes for all below it. */
export interface Allowed {
  readonly path: string;
  readonly deep: boolean;
}

/** Keeps account of the files that a stage makes programs. */
export interface MadePrograms {
  readonly allow: (allowed: Allowed, file: BuildFile | undefined, place: Place) => void;
  readonly forbid: (file: BuildFile) => void;
  /** Nothing of it counts from here on. */
  readonly clear: () => void;
  /** The files that are programs and still there, and where each became one. */
  readonly left: () => ReadonlyMap<BuildFile, Place>;
  /** Whether a path is one that was made a program with a folder or by a pattern. */
  readonly covers: (path: string) => boolean;
  /** Whether that may hold for files in a folder. */
  readonly reaches: (folder: string) => boolean;
}

/** A folder or a pattern, and what it stands for. */
interface Cover {
  readonly has: (path: string) => boolean;
  readonly reaches: (folder: string) => boolean;
}

/** A person gives no more folders or patterns the right. */
const manyCovers = 50;

/** An account of some files, by the paths that they have now. */
export function createMadePrograms(files: ReadonlyMap<string, BuildFile>): MadePrograms {
  const programs = new Map<BuildFile, Place>();
  let covers: Cover[] = [];
  const add = (file: BuildFile, place: Place): void => {
    if (!programs.has(file)) programs.set(file, place);
  };
  return {
    allow({ path, deep }, file, place) {
      if (file) add(file, place);
      if ((!deep && !path.includes('*')) || covers.length >= manyCovers) return;
      const cover = coverOf(path, deep);
      covers.push(cover);
      for (const [at, each] of files) if (cover.has(at)) add(each, place);
    },
    forbid(file) {
      programs.delete(file);
    },
    clear() {
      programs.clear();
      covers = [];
    },
    left() {
      const there = programs.size > 0 ? new Set<BuildFile>() : undefined;
      if (there) {
        for (const [at, file] of files) {
          if (programs.has(file) && !file.unpacked && !isDataName(at)) there.add(file);
        }
      }
      return new Map([...programs].filter(([file]) => there?.has(file)));
    },
    covers: (path) => covers.some(({ has }) => has(path)),
    reaches: (folder) => covers.some(({ reaches }) => reaches(folder)),
  };
}

function coverOf(path: string, deep: boolean): Cover {
  if (!path.includes('*')) {
    const inside = path === '/' ? path : `${path}/`;
    const isIn = (at: string): boolean =>
      path === '.' ? !/^[/~$]|^\.\./.test(at) : at === path || at.startsWith(inside);
    // Who gives a whole folder the right means no library in it.
    return {
      has: (at) => deep && isIn(at) && !isLoadedName(at),
      reaches: (at) => deep && isIn(at),
    };
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  // No person has a star among the folders as well.
  if (folder.includes('*')) return { has: () => false, reaches: () => false };
  const [first = '', ...others] = basename(path).split('*');
  const last = others.at(-1) ?? '';
  const reaches = (at: string): boolean =>
    deep ? `${at}/`.startsWith(folder) : `${at}/` === folder;
  return {
    reaches,
    // What stands between two stars is not looked at.
    has(at) {
      const name = basename(at);
      const isIn = deep ? at.startsWith(folder) : at === folder + name;
      return isIn && name.startsWith(first) && name.endsWith(last);
    },
  };
}
