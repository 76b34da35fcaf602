import { askedProgram } from './asked-program.ts';
import { basename } from './base-name.ts';
import { withoutLaunchers } from './launchers.ts';
import { programStoodIn } from './program-called.ts';
import { textPrinted, textRead, type KnownText, type Read } from './printed-texts.ts';
import { substituted } from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';

/** What a file holds: a text, or a program that has another name beside. */
export type Written = KnownText | { readonly program: string };

/** Texts of files that scripts write with them, by name: where a file is written more than once, any may be there. */
export interface WrittenTexts {
  readonly of: (path: string) => readonly Written[];
  /** The same of a program that is called by its name alone: what lies in a folder where a shell looks for programs. */
  readonly ofProgram: (name: string) => readonly Written[];
  /** @param isMore whether it comes behind what the file holds already */
  readonly write: (path: string, what: Written, isMore?: boolean) => void;
  /** A shell looks for programs in some folders: the value of `PATH`. */
  readonly lookIn: (path: string) => void;
}

/** A person writes a file less often. */
const manyTexts = 8;

/** Folders of programs, as systems and tools call theirs; one that a variable names may be one. */
const programFolder = /\$|(?:^|\/)(?:s?bin|games)$/;

const keyOf = (what: Written): string =>
  typeof what === 'string' ? what : 'text' in what ? `: ${what.text}` : `= ${what.program}`;

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A path without what stands in it for nothing. */
const plainPath = (path: string): string => path.replaceAll(/\/(?:\.?\/)+/g, '/');

const joined = (text: Written, more: Written): Written => {
  if (typeof text !== 'object' || typeof more !== 'object') return text === 'made' ? text : more;
  return 'text' in text && 'text' in more ? { text: text.text + more.text } : more;
};

export function createWrittenTexts(): WrittenTexts {
  const byName = new Map<string, Map<string, ReadonlyMap<string, Written>>>();
  const folders = new Set<string>();
  const textsOf = (name: string, isIn: (folder: string) => boolean): readonly Written[] =>
    [...(byName.get(name) ?? [])].flatMap(([path, texts]) =>
      isIn(folderOf(path)) ? [...texts.values()] : [],
    );
  return {
    of: (path) => textsOf(basename(path), () => true),
    ofProgram: (name) =>
      textsOf(name, (folder) => programFolder.test(folder) || folders.has(folder)),
    write: (word, what, isMore = false) => {
      const path = plainPath(word);
      const name = basename(path);
      const files = byName.get(name) ?? new Map<string, ReadonlyMap<string, Written>>();
      byName.set(name, files);
      const before = [...(files.get(path)?.values() ?? [])];
      const isAlone = !isMore || before.length === 0;
      const texts = isAlone ? [...before, what] : before.map((each) => joined(each, what));
      if (texts.length > manyTexts) texts.splice(manyTexts - 1, Infinity, 'unknown');
      files.set(path, new Map(texts.map((each) => [keyOf(each), each])));
    },
    lookIn: (path) => {
      for (const folder of path.split(':')) folders.add(plainPath(`${folder}/`).slice(0, -1));
    },
  };
}

/** Notes one text, which is made where there is a file for it, for several files. */
export function writeAll(
  written: WrittenTexts,
  files: readonly string[],
  make: () => Written,
  isMore?: (file: string) => boolean,
): void {
  if (files.length === 0) return;
  const text = make();
  for (const file of files) written.write(file, text, isMore?.(file));
}

/** A text of sed that writes lines to a file: `w FILE`, by itself or behind a substitution. */
const sedWrites = /(?:^|[;{\d$/}])[gpIi]?\s?w\s?([^\s;}]+)$/;

/** Nobody writes a longer one that ends so. */
const longestOfSed = 1000;

const filesOfSed = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => (word.length > longestOfSed ? [] : (sedWrites.exec(word)?.[1] ?? [])));

/** Notes where a command says that programs are looked for. */
export function notePath(
  written: WrittenTexts,
  { words, assignments }: Pick<ShellCommand, 'words' | 'assignments'>,
): void {
  for (const each of [...assignments, ...words]) {
    const [, path] = /^PATH=(.*)$/s.exec(each) ?? [];
    if (path !== undefined) written.lookIn(path);
  }
}

/** Notes what files a command writes, and copies of those whose text is known. */
export function noteWritten(
  written: WrittenTexts,
  command: Read & Pick<ShellCommand, 'writesTo'>,
  appends: readonly string[],
): void {
  const [path = '', ...rest] = withoutLaunchers(command.words);
  const name = basename(path);
  writeAll(
    written,
    command.writesTo,
    () => textPrinted([command]),
    (file) => appends.includes(file),
  );
  const operands = rest.filter((word) => !word.startsWith('-'));
  if (name === 'tee' || name === 'sponge') {
    const isMore = rest.some((word) => /^-\w*a|^--append$/.test(word));
    writeAll(
      written,
      operands,
      () => textRead(command),
      () => isMore,
    );
  }
  if (name === 'sed') writeAll(written, filesOfSed(rest), () => 'unknown');
  // What is read from a pipe with a name is what some other command writes there.
  if (name === 'mkfifo' || (name === 'mknod' && rest.includes('p'))) {
    writeAll(written, operands, () => 'unknown');
  }
  if (name === 'dd' && !rest.some((word) => word.startsWith('if='))) {
    const to = rest.find((word) => word.startsWith('of='));
    if (to !== undefined) written.write(to.slice(3), textRead(command));
  }
  if (/^(?:cp|mv|ln|install|link)$/.test(name)) noteCopies(written, command, rest);
  else if (/^(?:update-)?alternatives$/.test(name)) {
    const at = rest.indexOf('--install');
    if (at >= 0) noteCopy(written, rest[at + 3] ?? '', rest[at + 1] ?? '');
  }
}

/** Options of programs that copy, with a value of their own; `-t` has the folder. */
const valued = /^-[gmoS]$|^--(?:group|mode|owner|suffix)$/;

/** Notes what a program gives another name, or copies to a folder. */
function noteCopies(written: WrittenTexts, command: Read, words: readonly string[]): void {
  const operands: string[] = [];
  let folder: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (valued.test(word)) at += 1;
    else if (/^(?:-\w*t|--target-directory)$/.test(word)) folder = words[(at += 1)];
    else if (word.startsWith('--target-directory=')) folder = word.slice(word.indexOf('=') + 1);
    else if (!word.startsWith('-')) operands.push(word);
  }
  const to = folder ?? (operands.length > 1 ? operands.pop() : '.') ?? '.';
  const isFolder = folder !== undefined || /(?:^|\/)\.?$/.test(to) || operands.length > 1;
  for (const word of operands) {
    const from = word === substituted ? (askedProgram(command.inner[0]) ?? word) : word;
    const texts = from === '/dev/stdin' ? [textRead(command)] : undefined;
    const within = `${to}/${basename(from)}`;
    if (!isFolder) noteCopy(written, from, to, texts);
    if (isFolder || programFolder.test(to)) noteCopy(written, from, within, texts);
  }
}

/** Notes that a file has, or is what leads to, what another one holds. */
export function noteCopy(
  written: WrittenTexts,
  from: string,
  to: string,
  texts: readonly Written[] = written.of(from),
): void {
  for (const text of texts) written.write(to, text);
  const program = texts.length === 0 ? programStoodIn(from, to) : undefined;
  if (program !== undefined) written.write(to, { program });
}
