import { basename } from '../../syntax/shell/base-name.ts';
import { takeApart } from './split-options.ts';

/** What `install` makes. */
export interface Installed {
  /** The files, or the folders, as the command names them; slashes may be doubled. */
  readonly paths: readonly string[];
  /** Whether it makes folders, and no files. */
  readonly folders: boolean;
  /** As chmod takes it. */
  readonly mode: string;
  /** A name or a number. */
  readonly owner: string;
}

const valued = {
  letters: 'gmoSt',
  names: new Set(['group', 'mode', 'owner', 'suffix', 'target-directory']),
};

/** Reads what `install` is given; without mode and owner it is 0755 of root. */
export function readInstall(words: readonly string[]): Installed {
  const { options, operands } = takeApart(valued, words);
  const valueOf = (letter: string, name: string): string | undefined =>
    [...(options.get(letter) ?? []), ...(options.get(name) ?? [])].at(-1);
  const folders = options.has('d') || options.has('directory');
  return {
    folders,
    paths: folders ? operands : madeOf(operands, valueOf('t', 'target-directory')),
    mode: valueOf('m', 'mode') ?? '0755',
    owner: valueOf('o', 'owner') ?? 'root',
  };
}

/** The files that are made: in a folder under their own names, or under the name that stands last. */
function madeOf(operands: readonly string[], folder: string | undefined): readonly string[] {
  const into = (place: string, sources: readonly string[]): readonly string[] =>
    sources.map((source) => `${place}/${basename(source)}`);
  if (folder !== undefined) return into(folder, operands);
  const last = operands.at(-1) ?? '';
  const sources = operands.slice(0, -1);
  // For a single file it is not known whether the last one is an existing folder: it may become either.
  return sources.length > 1 || last.endsWith('/')
    ? into(last, sources)
    : [last, ...into(last, sources)];
}
