import type { WrittenTexts } from './written-texts.ts';

/** The texts of files, by paths that may be relative to a folder that a script is in. */
export interface LocatedTexts extends WrittenTexts {
  /** Another folder is where relative paths begin from here on, or may be. */
  readonly moveTo: (folder: string) => void;
}

/** A person goes to fewer folders in one script. */
const manyFolders = 20;

/** @param folder where a script begins; `undefined` where nobody knows */
export function locatedTexts(written: WrittenTexts, folder: string | undefined): LocatedTexts {
  const folders = new Set(folder === undefined ? [] : [folder]);
  const within = (path: string): readonly string[] =>
    path.startsWith('/') || folders.size === 0
      ? [path]
      : [...folders].map((each) => `${each}/${path}`);
  return {
    ...written,
    write: (path, what, isMore) => {
      for (const each of within(path)) written.write(each, what, isMore);
    },
    moveTo: (path) => {
      if (folders.size < manyFolders) for (const each of within(path)) folders.add(each);
    },
  };
}
