import { basename } from '../../syntax/shell/base-name.ts';
import type { TakenApart, Valued } from '../commands/split-options.ts';

/** The options of a program that fetches, and what it does. */
export interface Fetcher extends Valued {
  /** What it saves where, by its options and its other arguments. */
  readonly saves: (given: Given) => readonly string[];
}

/** The words of a command, taken apart. */
export interface Given extends TakenApart {
  /** Files that its output is written to. */
  readonly writesTo: readonly string[];
}

export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What an address calls its file; empty where it names none, or a variable holds the whole of it. */
export function nameIn(url: string): string {
  const path = url.replace(/^\w+:\/\//, '');
  return path.includes('/') ? basename(path) : '';
}

export const inFolder = (folder: string | undefined, name: string): readonly string[] =>
  name === '' ? [] : [folder === undefined ? name : `${folder}/${name}`];
