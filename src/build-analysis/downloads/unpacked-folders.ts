import { isSystemFolder } from '../../knowledge/known-folders.ts';
import { isProgramFolder, isRuntime, isSystemProgram } from '../../knowledge/system-programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { areAlike, isNamesake } from '../files/archive-names.ts';
import type { BuildFile, Place } from '../files/made-programs.ts';
import { createCoveredPlaces, type Covered } from './covered-places.ts';
import { parentOf, partsOf, type Part } from './path-parts.ts';

/** An archive that was fetched and then unpacked, or a folder that was fetched as such. */
export interface Unpacked {
  readonly file: BuildFile;
  /** What the folder in it is usually called; of a folder its name. */
  readonly stem: string;
  /** Whether its folder was made for it, so that nothing else is in there yet. */
  readonly alone: boolean;
  /** Whether it is a folder that was fetched as such, whose name is known. */
  readonly cloned?: true;
  /** Where it was unpacked. */
  readonly at?: Place;
}

/** One with the step that unpacked it; none of this stage where another one did. */
interface Entry extends Unpacked {
  readonly step: number;
}

/** Keeps account of where what was fetched together lies. */
export interface UnpackedFolders {
  /** Another step begins. */
  readonly begin: (step: number) => void;
  readonly any: () => boolean;
  /** Whether there ever was one, removed since then or not. */
  readonly wereAny: () => boolean;
  readonly add: (folder: string, one: Unpacked, isElsewhere?: boolean) => void;
  /** Something else may bring files to a path, or below it. */
  readonly cover: (place: Covered) => void;
  /** Something else may bring programs. */
  readonly mix: () => void;
  /** What a file must have come from: it lies in the folder of that name, or where there is nothing else. */
  readonly holding: (path: string) => BuildFile | undefined;
  /** The same by names alone. */
  readonly naming: (path: string) => BuildFile | undefined;
  /**
   * The archive that a program of a folder must have come from.
   *
   * @param isOwn whether it is no folder of the system
   */
  readonly bringing: (folder: string, program: string, isOwn?: boolean) => BuildFile | undefined;
  /** A folder that was fetched as such. */
  readonly cloned: (path: string) => BuildFile | undefined;
  readonly remove: (path: string) => void;
  readonly clear: () => void;
  /** How to have again what is there now. */
  readonly keep: () => () => void;
  readonly entries: () => Iterable<readonly [folder: string, all: readonly Unpacked[]]>;
}

/** No person unpacks more archives into one folder. */
const manyArchives = 20;

/** Folders that many archives have. */
const common =
  /^(?:bin|sbin|lib|src|app|apps|dist|build|linux|release|static|tools?|amd64|arm64|x64|x86_64)$/;

/** Folders in which a base may have folders of its own. */
const shared =
  /^(?:~|\/(?:opt|srv|mnt|media|home|root|usr\/(?:local\/)?(?:src|share)|var(?:\/(?:lib|opt))?)|\/home\/[^/]+)$/;

/** @param isGuessing whether a file counts as out of an archive that the base may have brought as well */
export function createUnpackedFolders(isGuessing: boolean): UnpackedFolders {
  const byFolder = new Map<string, readonly Entry[]>();
  const covers = createCoveredPlaces();
  const isCovered = covers.has;
  let now = 0;
  let mixed = -1;
  let added = false;
  const cloneAt = (path: string): Entry | undefined =>
    byFolder
      .get(parentOf(path))
      ?.findLast(({ stem, cloned }) => cloned === true && stem === basename(path));

  /** Whether its names say that a file came out of an archive. */
  const isNamed = ({ stem, step, alone, cloned }: Entry, part: Part, path: string): boolean => {
    const { first, isDeeper } = part;
    if (cloned) return isDeeper && first === stem;
    const isHere = step === now;
    if (alone && (isHere || !isCovered(path))) return true;
    if (stem === '') return false;
    if (!isDeeper) return isNamesake(first, stem) && (isHere || !isCovered(path));
    if (first === stem) return true;
    return areAlike(first, stem) && (isHere || (!common.test(first) && !isCovered(path)));
  };

  /** Whether it came out of an archive since nothing else is known to have brought it. */
  const isLeft = ({ step, cloned }: Entry, { folder }: Part, path: string): boolean => {
    if (cloned) return false;
    if (isGuessing) return mayBeLeft(folder, path);
    const isHere = step === now;
    if (isSystemFolder(folder) && !/^\/(?:opt|root|home)$/.test(folder)) {
      const lies = parentOf(path);
      // Systems have no programs of their own beside their folders.
      const isPlace = lies === '/' || (isHere && (lies === folder || isProgramFolder(lies)));
      return isPlace && !isSystemProgram(basename(path)) && !isCovered(path);
    }
    return (isHere || !shared.test(folder)) && !isCovered(path);
  };

  /** Whether it may have come out of an archive in a folder: no program of a system, and nothing that something else brings. */
  const mayBeLeft = (folder: string, path: string): boolean => {
    const program = basename(path);
    if (isCovered(path)) return false;
    const isOfSystem = isSystemFolder(folder) && isSystemFolder(parentOf(path));
    return !isSystemProgram(program) || (isRuntime(program) && !isOfSystem);
  };

  const entryOf = (path: string, ways = [isNamed, isLeft]): Entry | undefined => {
    if (byFolder.size === 0) return undefined;
    const parts = partsOf(path);
    for (const is of ways) {
      for (const part of parts) {
        const found = byFolder.get(part.folder)?.findLast((each) => is(each, part, path));
        if (found) return found;
      }
    }
    return undefined;
  };

  return {
    begin(step) {
      now = step;
    },
    any: () => byFolder.size > 0,
    wereAny: () => added,
    add(folder, one, isElsewhere = false) {
      added = true;
      const all = byFolder.get(folder) ?? [];
      const step = isElsewhere ? -1 : now;
      byFolder.set(folder, [...all.slice(1 - manyArchives), { ...one, step }]);
    },
    cover: covers.add,
    mix() {
      mixed = now;
    },
    holding: (path) => entryOf(path)?.file,
    naming: (path) => entryOf(path, [isNamed])?.file,
    bringing(folder, program, isOwn = false) {
      if (byFolder.size === 0) return undefined;
      const path = `${folder}/${program}`;
      const isFree = mixed !== now && !isSystemProgram(program);
      if (isOwn) {
        const found = entryOf(path);
        const isCalled = found !== undefined && areAlike(program, found.stem);
        const isOwnProgram = !isSystemProgram(program) || (isGuessing && isRuntime(program));
        return isCalled || isOwnProgram ? found?.file : undefined;
      }
      for (const place of [folder, parentOf(folder)]) {
        const found = byFolder
          .get(place)
          ?.findLast(
            ({ stem, step, cloned }) =>
              !cloned &&
              !isCovered(path) &&
              ((stem !== '' && isNamesake(program, stem)) || (step === now && isFree)),
          );
        if (found) return found.file;
      }
      return undefined;
    },
    cloned: (path) => cloneAt(path)?.file,
    remove(path) {
      byFolder.delete(path);
      const clone = cloneAt(path);
      const above = byFolder.get(parentOf(path));
      if (clone && above) {
        byFolder.set(
          parentOf(path),
          above.filter((each) => each !== clone),
        );
      }
    },
    clear: () => byFolder.clear(),
    keep() {
      const kept = [...byFolder];
      return () => {
        for (const [folder, all] of kept) if (!byFolder.has(folder)) byFolder.set(folder, all);
      };
    },
    entries: () => byFolder,
  };
}
