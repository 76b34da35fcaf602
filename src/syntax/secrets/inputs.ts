import { canBeSecret } from './can-be-secret.ts';
import { groupOf } from './given.ts';
import { dollar, partOf, type Placed } from './placed-text.ts';
import { linesOf, printedBy } from './printed.ts';
import type { Command, Word } from './command.ts';
import { readCommands } from './read-commands.ts';
import { secretFiles } from './program-rows.ts';
import { programsIn, type Started } from './started.ts';

/** What the commands of a text hand to one another. */
export interface Inputs {
  /** What a command reads that nobody asked for in this way before. */
  readonly readBy: (command: Command, input: RegExp) => readonly Placed[];
  /** The secrets in what is read, which are what a pattern has for its first group in each line. */
  readonly secretsIn: (text: Placed, input: RegExp) => readonly Placed[];
  /** What a value says in the place of a secret: itself, its default, or what a variable or a command of the text has for it. */
  readonly secretsOf: (value: Placed, word?: Word) => readonly Placed[];
  /** What is written to a file that is named, or printed in its place. */
  readonly inFile: (path: Placed, word: Word) => readonly Placed[];
  /** What a script prints that stands in a word. */
  readonly printedIn: (script: Placed) => readonly Placed[];
  /** What a command writes to files that are called a secret. */
  readonly writtenAsSecret: (command: Command) => readonly Placed[];
}

const whole = /^\s*(.+?)\s*$/s;
/** What is asked for beside what programs read. */
const inFile = /^/;
const inWord = /^/s;

/** What was gone through for one way of asking, so that nothing is twice. */
interface Seen {
  readonly commands: Set<Command>;
  /** The lists of the commands that write a file. */
  readonly paths: Set<readonly Command[]>;
}

/** What was gone through, by what is asked of the lines. */
export type Asked = Map<RegExp, Seen>;

const assignment = /^(?:--\w+=)?([A-Za-z_]\w*)\+?=/;
const names = /\$\{?([A-Za-z_]\w*)/g;

/** Programs that write what their words name to the last of them, and to all. */
const copies = new Set(['cp', 'mv', 'install', 'ln']);
const writesAll = new Set(['tee', 'sponge']);

/** Variables that hold others, one within the other. */
const deepest = 3;

/** What the commands of one text hand to one another: through pipes, files and variables. */
export function createInputs(commands: readonly Command[], asked: Asked = new Map()): Inputs {
  const writers = new Map<string, Command[]>();
  const values = new Map<string, (Word | Placed)[]>();
  const readers = new Map<string, Command[]>();
  for (const command of commands) {
    const started = programsIn(command).at(-1);
    for (const { text } of writtenBy(command, started)) add(writers, text, command);
    for (const word of command.words) {
      if (word.text.startsWith('of=')) add(writers, word.text.slice(3), command);
      const [sign, name] = assignment.exec(word.text) ?? [];
      if (sign !== undefined && name !== undefined) {
        add(values, name, { ...word, ...partOf(word, sign.length) });
      }
    }
    if (started?.name === 'read') for (const { text } of started.words) add(readers, text, command);
  }
  const askedNames = new Set<string>();
  const askedFor = (input: RegExp): Seen => {
    const known = asked.get(input) ?? { commands: new Set(), paths: new Set() };
    asked.set(input, known);
    return known;
  };
  /** The commands that write a file, once for all that ask for it. */
  const writersOf = (path: string, seen: Seen): readonly Command[] => {
    const found = writers.get(path);
    if (found === undefined || seen.paths.has(found)) return [];
    seen.paths.add(found);
    return found;
  };

  /** What commands print, and those whose output they hand on. */
  const printed = (first: readonly Command[], seen: Seen): readonly Placed[] => {
    const texts: Placed[] = [];
    const open = [...first];
    for (let command = open.pop(); command !== undefined; command = open.pop()) {
      if (seen.commands.has(command)) continue;
      seen.commands.add(command);
      const started = programsIn(command).at(-1);
      const own = started && printedBy(started.name, started.words);
      for (const { inner } of command.words) for (const each of inner) open.push(each);
      for (const text of own ?? command.given) texts.push(text);
      if (own === undefined) {
        for (const each of command.from) open.push(each);
        for (const { text, inner } of [...command.reads, ...command.words]) {
          for (const each of inner) open.push(each);
          for (const each of writersOf(text, seen)) open.push(each);
        }
      }
    }
    return texts;
  };

  const secretsIn: Inputs['secretsIn'] = (text, input) =>
    linesOf(text).flatMap((line) => {
      const value = groupOf(line, input);
      return value ? secretsOf(value) : [];
    });

  const secretsOf = (value: Placed, word?: Word, depth = 0): readonly Placed[] => {
    const found: Placed[] = [];
    const note = (others: readonly Placed[]): void => {
      for (const each of others) found.push(each);
    };
    const text = groupOf(value, whole) ?? value;
    if (depth < deepest && text.text.includes('$')) {
      const other = groupOf(text, /^\$\{\w+:?[-=+]([^{}$]+)\}$/);
      if (other && isSecret(other.text)) found.push(other);
      for (const [, name = ''] of text.text.matchAll(names)) {
        if (askedNames.has(name)) continue;
        askedNames.add(name);
        for (const each of values.get(name) ?? []) {
          note(secretsOf(each, 'inner' in each ? each : undefined, depth + 1));
        }
        for (const each of readers.get(name) ?? []) {
          for (const line of readBy(each, whole)) note(secretsIn(line, whole));
        }
      }
      if (word?.inner.length) {
        for (const each of printed(word.inner, askedFor(whole))) {
          note(secretsIn(each, whole));
        }
      }
    }
    return isSecret(text.text) ? [...found, text] : found;
  };

  const readBy: Inputs['readBy'] = (command, input) => {
    const seen = askedFor(input);
    const files = command.reads.flatMap(({ text, inner }) => [...inner, ...writersOf(text, seen)]);
    return [...command.given, ...printed([...command.from, ...files], seen)];
  };

  return {
    readBy,
    secretsIn,
    secretsOf: (value, word) => secretsOf(value, word),
    inFile: ({ text }, { inner }) =>
      printed(
        [...inner, ...writersOf(text.replace(/^(?:file:|@)/, ''), askedFor(inFile))],
        askedFor(inFile),
      ),
    printedIn: (script) => printed(readCommands(script).slice(-1), askedFor(inWord)),
    writtenAsSecret: (command) => {
      const files = writtenBy(command, programsIn(command).at(-1));
      const shape = secretFiles.find(([path]) => files.some(({ text }) => path.test(text)))?.[1];
      if (shape === undefined) return [];
      return printed([command], askedFor(inWord)).flatMap((text) => secretsIn(text, shape));
    },
  };
}

/** The files that a command writes. */
function writtenBy({ writes }: Command, started: Started | undefined): readonly Placed[] {
  if (started === undefined) return writes;
  if (writesAll.has(started.name)) return [...writes, ...started.words];
  return copies.has(started.name) ? [...writes, ...started.words.slice(-1)] : writes;
}

/** What programs ask before they go on. */
const answer = /^(?:[yn]|yes|no)$/i;
const hash = new RegExp(String.raw`^${dollar}[\w,=.+-]{1,64}${dollar}`);

/** Whether a value in the place of a secret is one: a hash in quotes is, which a variable would look like. */
function isSecret(text: string): boolean {
  if (answer.test(text)) return false;
  return hash.test(text) || canBeSecret('', text.replaceAll(dollar, '$'));
}

const add = <T>(to: Map<string, T[]>, name: string, value: NoInfer<T>): void => {
  const known = to.get(name);
  if (known) known.push(value);
  else to.set(name, [value]);
};
