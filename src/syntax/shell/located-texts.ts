import { hookScripts } from './hook-files.ts';
import type { WrittenTexts } from './written-texts.ts';

/** The texts of files, by paths that may be relative to a folder that a script is in. */
export interface LocatedTexts extends WrittenTexts {
  /** Takes the scripts that programs run by themselves out of the files that were written so far, once. */
  readonly takeHooks: () => readonly string[];
  /** Another folder is where relative paths begin from here on, or may be. */
  readonly moveTo: (folder: string) => void;
}

/** A person goes to fewer folders in one script. */
const manyFolders = 20;

/** @param folder where a script begins; `undefined` where nobody knows */
export function locatedTexts(written: WrittenTexts, folder: string | undefined): LocatedTexts {
  const folders = new Set(folder === undefined ? [] : [folder]);
  const hooks: string[] = [];
  const within = (path: string): readonly string[] =>
    path.startsWith('/') || folders.size === 0
      ? [path]
      : [...folders].map((each) => `${each}/${path}`);
  return {
    ...written,
    write: (path, what, isMore) => {
      for (const each of within(path)) {
        written.write(each, what, isMore);
        if (typeof what === 'object' && 'text' in what) hooks.push(...hookScripts(each, what.text));
      }
    },
    takeHooks: () => hooks.splice(0),
    moveTo: (path) => {
      if (folders.size < manyFolders) for (const each of within(path)) folders.add(each);
    },
  };
}
