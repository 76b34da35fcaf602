import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { isKnownFolder } from '../../knowledge/known-folders.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import { onceWithValues } from '../scripts/once-with-values.ts';
import { changePlaceOnly } from '../commands/change-place.ts';
import { inputOf, printedBy } from '../commands/printed-text.ts';
import { savedFiles } from './saved-files.ts';
import { createPaths, type ScriptPaths } from '../commands/script-paths.ts';
import { takeApart, type Valued } from '../commands/split-options.ts';
import { unpackedBy } from './unpacked-archives.ts';

/** A file that a step of a build writes, or a folder below which it may write any. */
export interface Written {
  readonly path: string;
  /** Whether any file below the path may be written. */
  readonly below: boolean;
  /** What is put into it: a text, the program that edits it with its words, or nobody knows. */
  readonly put:
    | { readonly as: 'text'; readonly text: string }
    | { readonly as: 'edit'; readonly words: readonly string[] }
    | { readonly as: 'unknown' };
}

/** One that a command of a script writes. */
export interface WrittenBy extends Written {
  readonly command: ShellCommand;
}

const unknown = { as: 'unknown' } as const;

const textOrUnknown = (text: string | undefined): Written['put'] =>
  text === undefined ? unknown : { as: 'text', text };

/** The options that take a value of programs that give files other names. */
const copies: ReadonlyMap<string, Valued> = new Map(
  ['cp', 'mv', 'install', 'ln', 'rsync', 'scp'].map((name) => [
    name,
    {
      letters: name === 'install' ? 'gmoSt' : name === 'rsync' || name === 'scp' ? 'efTBM' : 'St',
      names: new Set(['target-directory', 'suffix', 'group', 'mode', 'owner', 'rsh', 'exclude']),
    },
  ]),
);

/** Programs that change a file in its place: `-i` of sed and its kin, and those that do nothing else. */
const edits = (program: string, rest: readonly string[]): boolean =>
  /^(?:ed|ex|vi|vim|patch|crudini|augtool|sponge|truncate)$/.test(program) ||
  (/^(?:g?sed|perl|ruby|g?awk|yq)$/.test(program) &&
    rest.some((word) => /^-[A-Za-z0-9]*i|^--in-place|^inplace/.test(word)));

/**
 * Every file that a script writes, in its order. A path that hangs on what is not known is none.
 *
 * @param folder that relative paths begin in; `null` where nobody knows
 * @param valueOf what a variable of the build has
 */
export function writtenBy(
  script: Script,
  folder: string | null,
  valueOf: (name: string) => string | undefined,
): readonly WrittenBy[] {
  return writtenByCommands(commandsIn(script), valueOf, folder);
}

/** The same of the commands of one. */
export const writtenByCommands = onceWithValues<readonly WrittenBy[], string | null>(
  (commands, valueOf, folder) => {
    const paths = createPaths(valueOf);
    paths.begin(folder);
    const texts = new Map<string, string>();
    const found: WrittenBy[] = [];
    for (const command of commands) {
      for (const written of ofCommand(command, paths, texts)) {
        found.push({ ...written, command });
        if (written.put.as === 'text') texts.set(written.path, written.put.text);
        else texts.delete(written.path);
      }
      changePlaceOnly(command, paths);
    }
    return found;
  },
);

function* ofCommand(
  command: ShellCommand,
  paths: ScriptPaths,
  texts: ReadonlyMap<string, string>,
): Iterable<Written> {
  const [first = '', ...rest] = withoutLaunchers(command.words);
  const program = basename(first);
  const held = (file: string): string | undefined => texts.get(paths.of(file) ?? '');
  const to = function* (words: readonly string[], put: Written['put'], below = false) {
    for (const word of words) {
      const path = paths.of(word);
      if (path !== undefined) yield { path, below, put };
    }
  };
  if (command.writesTo.length > 0) {
    yield* to(command.writesTo, textOrUnknown(printedBy(command, held)));
  }
  const operands = rest.filter((word) => !word.startsWith('-'));
  if (program === 'tee') yield* to(operands, textOrUnknown(inputOf(command, held)));
  else if (program === 'dd') {
    const copied = rest.some((word) => word.startsWith('if='));
    const files = rest.flatMap((word) => (word.startsWith('of=') ? [word.slice(3)] : []));
    yield* to(files, copied ? unknown : textOrUnknown(inputOf(command, held)));
  } else if (edits(program, rest)) yield* to(operands, { as: 'edit', words: [program, ...rest] });
  else if (copies.has(program)) yield* copyOf(program, rest, paths, held);
  else {
    yield* to(savedFiles(command), unknown);
    const unpacked = unpackedBy(command)?.folder ?? (program === 'cpio' ? '.' : undefined);
    if (unpacked !== undefined) yield* to([unpacked], unknown, true);
  }
}

/** What a program writes that gives files other names. */
function* copyOf(
  program: string,
  rest: readonly string[],
  paths: ScriptPaths,
  held: (file: string) => string | undefined,
): Iterable<Written> {
  const options = copies.get(program);
  if (options === undefined) return;
  const given = takeApart(options, rest);
  const folder = (given.options.get('t') ?? given.options.get('target-directory'))?.at(-1);
  if (program === 'install' && (given.options.has('d') || given.options.has('directory'))) return;
  const sources = folder === undefined ? given.operands.slice(0, -1) : given.operands;
  const target = folder ?? given.operands.at(-1) ?? '';
  const at = paths.of(target);
  if (at === undefined) return;
  const inside = folder !== undefined || target.endsWith('/') || sources.length > 1 || isFolder(at);
  const deep =
    program === 'rsync' ||
    ['r', 'R', 'a', 'recursive', 'archive'].some((name) => given.options.has(name));
  for (const source of sources) {
    yield* placed({ at, inside, deep }, source, textOrUnknown(held(source)));
  }
}

const isFolder = (path: string): boolean => path === '/' || isKnownFolder(path);

/** Where a source comes to: itself, below a name of its own in a folder, or all that it holds. */
export function* placed(
  { at, inside, deep }: { readonly at: string; readonly inside: boolean; readonly deep: boolean },
  source: string,
  put: Written['put'],
): Iterable<Written> {
  const name = basename(source.replace(/\/+$/, ''));
  if (!inside) yield { path: at, below: deep, put };
  // A folder that is copied by `/.` or a star comes as what it holds.
  else if (deep && /^\.{0,2}$/.test(name)) yield { path: at, below: true, put };
  else if (/[*?[$]/.test(name)) yield { path: at, below: true, put };
  else yield { path: at === '/' ? `/${name}` : `${at}/${name}`, below: deep, put };
}

/** Whether one that is written may be a file. */
export const mayBe = ({ path, below }: Written, file: string): boolean =>
  path === file || (below && (path === '/' || file.startsWith(`${path}/`)));
