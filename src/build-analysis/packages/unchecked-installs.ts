import { operandsOf, optionsOf, takesNext } from '../../knowledge/commands/manager-options.ts';
import {
  uncheckedInstallers,
  type UncheckedInstaller,
} from '../../knowledge/commands/unchecked-installers.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { withoutModule } from '../commands/python-module.ts';
import { takeApart } from '../commands/split-options.ts';
import { namesCommit } from '../commands/names-commit.ts';
import { isLocal } from '../files/saved-files.ts';
import { managerName } from './package-commands.ts';

/** What a command installs without a check of its own, as its words name it. */
export interface UncheckedInstalls {
  /** The program that does. */
  readonly program: string;
  /** Files, which something else may have verified. */
  readonly files: readonly string[];
  /** Addresses and repositories that nothing holds to one content. */
  readonly remote: readonly string[];
  /** Folders of which it may install whatever lies there. */
  readonly folders: readonly string[];
  /** Names that were not kept. */
  readonly unknown: readonly string[];
  /** Whether every name is a file or an address, so that one which nobody knows is too. */
  readonly takesFilesAlone: boolean;
}

const byProgram: ReadonlyMap<string, UncheckedInstaller> = new Map(
  uncheckedInstallers.flatMap((each) => each.of.map((program) => [program, each] as const)),
);

/**
 * What a command installs that its program does not check: files it is given, addresses and repositories.
 *
 * @param spell puts what is known of its variables into a word
 */
export function uncheckedInstalls(
  command: readonly string[],
  spell: (word: string) => string = (word) => word,
): UncheckedInstalls | undefined {
  const [first = '', ...given] = withoutModule(withoutLaunchers(command));
  const program = managerName(first);
  const installer = byProgram.get(program);
  if (installer === undefined) return undefined;
  const all = installer.oneDash ? given.map((word) => word.replace(/^-(?=\w{2})/, '--')) : given;
  const { asked, checked, unchecked, not, file, remote, held } = installer;
  const words = all.map((word) => spell(word));
  const has = (pattern: RegExp): boolean =>
    words.some((word, at) => pattern.test(word) && !isValue(program, words[at - 1]));
  if (asked && !has(asked)) return undefined;
  if ((not && has(not)) || words.includes('--help')) return undefined;
  if (checked && words.some((word) => checked.test(word))) return undefined;
  if (unchecked && !has(unchecked)) return undefined;
  const { letters, names: own } = optionsOf(program);
  const valued = [
    ...(installer.commits ?? []),
    ...(installer.options ?? []),
    ...(installer.repositories ?? []),
  ];
  const known = {
    letters: letters + valued.filter((name) => name.length === 1).join(''),
    names: new Set([...own, ...valued]),
  };
  const { options } = takeApart(known, all);
  const valuesOf = (names: readonly string[] = []): readonly string[] =>
    names.flatMap((name) => options.get(name) ?? []);
  const named = namedBehind(program, installer, all, spell);
  if (named === undefined) return undefined;
  const names = [...named, ...valuesOf(installer.options)];
  const lists = valuesOf(installer.lists);
  const isHeld = valuesOf(installer.commits).some((value) => namesCommit(spell(value)));
  const isRemote = (name: string): boolean => remote?.test(spell(name)) === true;
  const isFile = (name: string): boolean => file === undefined || file.test(spell(name));
  const isOpen = (name: string): boolean =>
    isRemote(name) && held?.test(spell(name)) !== true && !isLocal(spell(name));
  return {
    program,
    remote: isHeld
      ? []
      : [...[...names, ...lists].filter(isOpen), ...valuesOf(installer.repositories)],
    files: [
      ...names.filter((name) => !isRemote(name) && isFile(name)),
      ...lists.filter((name) => !isRemote(name)),
    ].map(plain),
    folders: [
      ...valuesOf(installer.folders).filter((name) => !/^\w+:\/\//.test(spell(name))),
      ...(installer.deep && has(installer.deep) ? named : []),
    ],
    unknown: [...names, ...lists].filter((name) => name.startsWith('[redacted')),
    takesFilesAlone: file === undefined,
  };
}

const isValue = (program: string, before = ''): boolean =>
  before.startsWith('-') && takesNext(program, before) === true;

/** A file without what says how it is named, or which parts of it are wanted. */
const plain = (name: string): string =>
  name.replace(/^(?:[^/]*@)?file:(?:\/\/)?/, '').replace(/\[[^\]]*\]$/, '');

/** What a command names behind its subcommand; `undefined` where that is another. */
function namedBehind(
  program: string,
  { verbs, firstOnly }: UncheckedInstaller,
  words: readonly string[],
  spell: (word: string) => string,
): readonly string[] | undefined {
  const all = operandsOf(program, words).filter((word) => !/^\+\w/.test(word));
  // A variable before the subcommand holds options.
  const from = all.findIndex((word) => !spell(word).startsWith('$'));
  const operands = verbs === undefined ? all : all.slice(Math.max(from, 0));
  const length = verbs === undefined ? 0 : verbLength(verbs, operands.map(spell));
  if (length === undefined) return undefined;
  const verb = operands.slice(0, length).map(spell).join(' ');
  const isFirst = firstOnly === true || firstOnly?.test(verb) === true;
  return operands.slice(length, isFirst ? length + 1 : undefined);
}

/** How many words the subcommand of a command has. */
const verbLength = (verbs: RegExp, operands: readonly string[]): number | undefined =>
  [3, 2, 1].find((length) => verbs.test(operands.slice(0, length).join(' ')));
