import { basename } from './base-name.ts';
import { withoutLaunchers } from './launchers.ts';
import { fetcherNames } from './programs.ts';
import { substituted } from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';

/** What is known of a text: itself, that it is fetched, or nothing. */
export type KnownText = { readonly text: string } | 'fetched' | 'unknown';

type Read = Pick<ShellCommand, 'words' | 'input' | 'bodies' | 'inner'>;

/** Nobody chains more commands than this. */
const longest = 50;

/** What some commands print, one behind the other. */
export function textPrinted(commands: readonly Read[], left = longest): KnownText {
  if (commands.some((command) => isFetched(command))) return 'fetched';
  const texts: string[] = [];
  for (const command of commands) {
    const text = textOf(command, left);
    if (text === undefined) return 'unknown';
    texts.push(text);
  }
  return commands.length === 0 ? 'unknown' : { text: texts.join('') };
}

/** Whether a command gives what it, or one before it in its pipe, fetches. */
function isFetched(command: Read): boolean {
  const seen = new Set<Read>([command]);
  for (const { words, input } of seen) {
    if (fetcherNames.has(basename(withoutLaunchers(words)[0] ?? '').toLowerCase())) return true;
    if (seen.size < longest) for (const each of input) seen.add(each);
  }
  return false;
}

/** What is read by a command: a heredoc, or what comes through a pipe. */
export function textRead({ bodies, input }: Read, left = longest): KnownText {
  if (bodies.length === 0) return left > 0 ? textPrinted(input, left - 1) : 'unknown';
  return { text: `${bodies.join('\n')}\n` };
}

function textOf(command: Read, left: number): string | undefined {
  const [path = '', ...rest] = command.words;
  const name = basename(path);
  if (rest.some((word) => word.includes(substituted))) return undefined;
  if (name === 'true' || name === ':' || name === 'set') return '';
  if (name === 'echo') return echoed(rest);
  if (name === 'printf') return printed(rest);
  const isCopy = (name === 'cat' && rest.every((word) => word === '-')) || name === 'tee';
  if (!isCopy) return undefined;
  const read = textRead(command, left);
  return typeof read === 'string' ? undefined : read.text;
}

function echoed(words: readonly string[]): string | undefined {
  const from = words.findIndex((word) => !/^-[neE]+$/.test(word));
  const options = (from < 0 ? words : words.slice(0, from)).join('');
  const text = from < 0 ? '' : words.slice(from).join(' ');
  // Some shells read escapes without being asked to.
  if (/\\[^n\\'"$]|\\0|\\x/.test(text)) return undefined;
  return text.replaceAll('\\n', '\n') + (options.includes('n') ? '' : '\n');
}

function printed([format = '', ...values]: readonly string[]): string | undefined {
  if (/\\[^nt\\'"$]/.test(format) || values.some((value) => value.includes('\\'))) return undefined;
  const places = format.match(/%./g) ?? [];
  if (places.some((place) => !/^%[sb%]$/.test(place))) return undefined;
  const holes = places.filter((place) => place !== '%%').length;
  const rounds = holes === 0 ? 1 : Math.max(1, Math.ceil(values.length / holes));
  let next = 0;
  const fill = (): string =>
    format
      .replaceAll('\\n', '\n')
      .replaceAll('\\t', '\t')
      .replaceAll(/%./g, (place) => (place === '%%' ? '%' : (values[next++] ?? '')));
  return Array.from({ length: rounds }, fill).join('');
}

/** Texts of files that scripts write with them, by name: where a file is written more than once, any may be there. */
export interface WrittenTexts {
  readonly of: (path: string) => readonly KnownText[];
  readonly write: (path: string, text: KnownText) => void;
}

/** A person writes a file less often. */
const manyTexts = 8;

export function createWrittenTexts(): WrittenTexts {
  const byName = new Map<string, Map<string, KnownText>>();
  return {
    of: (path) => [...(byName.get(basename(path))?.values() ?? [])],
    write: (path, known) => {
      const name = basename(path);
      const texts = byName.get(name) ?? new Map<string, KnownText>();
      byName.set(name, texts);
      if (texts.size >= manyTexts) texts.set('unknown', 'unknown');
      else texts.set(typeof known === 'string' ? known : `: ${known.text}`, known);
    },
  };
}

/** Notes one text, which is made where there is a file for it, for several files. */
export function writeAll(
  written: WrittenTexts,
  files: readonly string[],
  make: () => KnownText,
): void {
  if (files.length === 0) return;
  const text = make();
  for (const file of files) written.write(file, text);
}

/** A text of sed that writes lines to a file: `w FILE`, by itself or behind a substitution. */
const sedWrites = /(?:^|[;{\d$/}])[gpIi]?\s?w\s?([^\s;}]+)$/;

/** Nobody writes a longer one that ends so. */
const longestOfSed = 1000;

const filesOfSed = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => (word.length > longestOfSed ? [] : (sedWrites.exec(word)?.[1] ?? [])));

/** Notes what files a command writes, and copies of those whose text is known. */
export function noteWritten(
  written: WrittenTexts,
  command: Read & Pick<ShellCommand, 'writesTo'>,
): void {
  const [path = '', ...rest] = withoutLaunchers(command.words);
  const name = basename(path);
  writeAll(written, command.writesTo, () => textPrinted([command]));
  const operands = rest.filter((word) => !word.startsWith('-'));
  if (name === 'tee' || name === 'sponge') writeAll(written, operands, () => textRead(command));
  if (name === 'sed') writeAll(written, filesOfSed(rest), () => 'unknown');
  // What is read from a pipe with a name is what some other command writes there.
  if (name === 'mkfifo' || (name === 'mknod' && rest.includes('p'))) {
    writeAll(written, operands, () => 'unknown');
  }
  if (name === 'dd' && !rest.some((word) => word.startsWith('if='))) {
    const to = rest.find((word) => word.startsWith('of='));
    if (to !== undefined) written.write(to.slice(3), textRead(command));
  }
  if (!/^(?:cp|mv|ln|install)$/.test(name)) return;
  const to = operands.at(-1) ?? '';
  for (const from of operands.slice(0, -1)) {
    if (basename(from) === basename(to)) continue;
    const known = from === '/dev/stdin' ? [textRead(command)] : written.of(from);
    for (const text of known) written.write(to, text);
  }
}
