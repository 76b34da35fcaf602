import { isSystemFolder } from '../../knowledge/known-folders.ts';
import { fileOf, type BuildFile } from '../files/made-programs.ts';
import { filesRun, modulesRun } from '../files/run-files.ts';
import { isFollowed } from './cover-named.ts';
import { isHarmless } from '../../knowledge/commands/inert-programs.ts';
import type { Following } from './following.ts';
import { parentOf } from './path-parts.ts';

/** Programs that give files names which their words do not tell. */
const renames = /^(?:rename|prename|file-rename|mmv|qmv|detox|vidir)$/;

/**
 * What a program does with a download that nobody follows, it may have put wherever else its words name: a file there is made of it, and
 * so is what lies below.
 */
export function deriveNamed(name: string, words: readonly string[], following: Following): void {
  const { files, step } = following;
  if (isFollowed(name) || isHarmless(name) || !files.hasUnverified()) return;
  // What it runs is its own.
  const run = [...filesRun(words), ...modulesRun(words)];
  const named = words
    .slice(1)
    .flatMap((word) =>
      run.some((each) => each === word || each === `./${word}` || words[0] === word)
        ? []
        : { word, path: pathIn(word, following) },
    );
  let file: BuildFile | undefined;
  let place = '';
  for (const { path } of named) {
    file = path === undefined ? undefined : sourceAt(path, following);
    if (file) {
      place = path ?? '';
      break;
    }
  }
  if (file === undefined) return;
  const from = file;
  const at = { step, word: words[0] ?? '' };
  if (renames.test(name)) {
    files.placeUnpacked(parentOf(place), { file: from, stem: '', alone: true, at }, true);
  }
  for (const { word, path } of named) {
    if (path === undefined || path === place || path.includes('*') || isSystemFolder(path)) {
      continue;
    }
    if (files.unverifiedAt(path) !== undefined) continue;
    files.place(path, fileOf(path, from));
    if (!/\.\w+$/.test(word)) {
      files.placeUnpacked(path, { file: from, stem: '', alone: true, at }, true);
    }
  }
}

/** The path that a word names, by itself or as the value of an option. */
function pathIn(word: string, { paths }: Following): string | undefined {
  const value = word.startsWith('-') ? /^--?[\w-]+=(.*)$/s.exec(word)?.[1] : word;
  if (value === undefined || value.includes('://')) return undefined;
  return /[/.]/.test(value.replace(/^\.{1,2}$/, '')) ? paths.like(value) : undefined;
}

/** A download that lies at a path, or in a folder or behind a pattern that is named. */
function sourceAt(path: string, { files }: Following): BuildFile | undefined {
  if (isSystemFolder(path)) return undefined;
  return files.unverifiedBelow(path, false);
}
