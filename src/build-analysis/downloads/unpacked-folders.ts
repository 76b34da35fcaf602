import { basename } from '../../syntax/shell/base-name.ts';
import type { BuildFile } from '../files/made-programs.ts';
import { areAlike, isNamesake } from '../files/unpacked-archives.ts';

/** An archive that was fetched and then unpacked, or a folder that was fetched as such. */
interface Unpacked {
  readonly file: BuildFile;
  /** What the folder in it is usually called; of a folder its name. */
  readonly stem: string;
  /** Whether its step had made the folder, so that nothing else is in there yet. */
  readonly alone: boolean;
  /** Whether it is a folder that was fetched as such, whose name is known. */
  readonly cloned?: true;
}

/** Keeps account of where what was fetched together lies. */
export interface UnpackedFolders {
  /** Another step begins. */
  readonly begin: (step: number) => void;
  readonly any: () => boolean;
  readonly add: (folder: string, one: Unpacked) => void;
  /** What a file must have come from: it lies in the folder of that name, or where there is nothing else. */
  readonly holding: (path: string) => BuildFile | undefined;
  /** The archive of a program that this step unpacked into a folder, where it bears its name. */
  readonly namesakeIn: (folder: string, program: string) => BuildFile | undefined;
  /** A folder that was fetched as such. */
  readonly cloned: (path: string) => BuildFile | undefined;
  readonly remove: (path: string) => void;
  readonly clear: () => void;
  /** How to have again what is there now. */
  readonly keep: () => () => void;
}

/** The folder that a path lies in. */
export const parentOf = (path: string): string =>
  path.includes('/') ? path.slice(0, Math.max(path.lastIndexOf('/'), 1)) : '.';

/** No person puts files deeper, or unpacks more archives into one folder. */
const deepest = 20;
const manyArchives = 20;

export function createUnpackedFolders(): UnpackedFolders {
  const byFolder = new Map<string, readonly (Unpacked & { readonly step: number })[]>();
  let now = 0;
  const cloneAt = (path: string) =>
    byFolder
      .get(parentOf(path))
      ?.findLast(({ stem, cloned }) => cloned === true && stem === basename(path));
  return {
    begin(step) {
      now = step;
    },
    any: () => byFolder.size > 0,
    add(folder, one) {
      const all = byFolder.get(folder) ?? [];
      byFolder.set(folder, [...all.slice(1 - manyArchives), { ...one, step: now }]);
    },
    holding(path) {
      if (byFolder.size === 0) return undefined;
      let at = /^[/~$]/.test(path) ? path.indexOf('/') : -1;
      for (let depth = 0; depth < deepest; depth += 1) {
        const folder = at < 0 ? '.' : at === 0 ? '/' : path.slice(0, at);
        const [first = '', ...below] = path.slice(at + 1).split('/', 2);
        const from = byFolder.get(folder)?.findLast(({ stem, step, alone, cloned }) => {
          const here = step === now;
          if (cloned) return below.length > 0 && first === stem;
          if (alone && here) return true;
          if (stem === '') return false;
          if (below.length === 0) return here && isNamesake(first, stem);
          return first === stem || (here && areAlike(first, stem));
        });
        if (from) return from.file;
        at = path.indexOf('/', at + 1);
        if (at < 0) return undefined;
      }
      return undefined;
    },
    namesakeIn: (folder, program) =>
      byFolder
        .get(folder)
        ?.findLast(
          ({ stem, step, cloned }) =>
            !cloned && step === now && stem !== '' && isNamesake(program, stem),
        )?.file,
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
  };
}
