import { createInputs, type Asked } from './inputs.ts';
import { programsIn, type Started } from './started.ts';
import { dollar, partOf, placedAt, stretchesOf, type Placed } from './placed-text.ts';
import type { Command, Word } from './command.ts';
import { readCommands } from './read-commands.ts';
import { mayHoldSecrets } from './secret-programs.ts';
import { printedBy } from './printed.ts';
import { givenTo } from './given.ts';

/** A secret that a program is handed in a command. */
export interface FoundInCommand {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  /** What it says, without quotes. */
  readonly value: string;
}

/** Finds secrets in a text that a command puts together. */
type FindWithin = (
  text: string,
) => readonly { readonly rule: string; readonly start: number; readonly end: number }[];

/** Scripts within the words of scripts. */
const deepest = 3;

/** A list of words as JSON and Docker write it. */
const list = /\[\s{0,8}(?:"(?:[^"\\\n]|\\[^\n])*"[\s,]{0,8}){1,200}\]/g;
const item = /"((?:[^"\\]|\\.)*)"/g;

/** Finds in a text what programs are handed as a secret: in an option, in a word, through a pipe or in a file. */
export function findInCommands(text: string, within?: FindWithin): readonly FoundInCommand[] {
  if (!mayHoldSecrets(text) && !text.includes('printf')) return [];
  const found: FoundInCommand[] = [];
  look(readCommands(placedAt(text)), text, found, 0, within);
  if (text.includes('["') || /\[\s+"/.test(text)) {
    for (const match of text.matchAll(list)) {
      const words = Array.from(match[0].matchAll(item), ({ 1: inner = '', index }) =>
        unescaped(inner, match.index + index + 1),
      );
      look([commandOf(words)], text, found, 0);
    }
  }
  return found;
}

/** The same in the words of one command, each with the word that it stands in. */
export function findInWords(
  words: readonly string[],
): readonly (FoundInCommand & { readonly word: number })[] {
  const text = words.join('\0');
  if (!mayHoldSecrets(text)) return [];
  const starts: number[] = [];
  let at = 0;
  const placed = words.map((word) => {
    starts.push(at);
    const each = placedAt(word, at);
    at += word.length + 1;
    return {
      ...each,
      text: word.replaceAll('$', /^\$[\w,=.+-]{1,64}\$./.test(word) ? dollar : '$'),
    };
  });
  const found: FoundInCommand[] = [];
  look([commandOf(placed)], text, found, 0);
  return found.map(({ start, end, ...rest }) => {
    const word = starts.findLastIndex((first) => first <= start);
    const first = starts[word] ?? 0;
    return { ...rest, start: start - first, end: end - first, word };
  });
}

const commandOf = (words: readonly Placed[]): Command => ({
  words: words.map((word): Word => ({ ...word, end: 0, inner: [], quoted: true })),
  ...{ from: [], given: [], reads: [], writes: [], members: [] },
});

/** A text of JSON, in which a stroke may stand before a character. */
function unescaped(written: string, offset: number): Placed {
  const text: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const match of written.matchAll(/\\([^])|[^]/g)) {
    const [whole, escaped] = match;
    text.push(escaped === 'n' ? '\n' : (escaped ?? whole));
    from.push(offset + match.index);
    to.push(offset + match.index + whole.length);
  }
  return { text: text.join(''), from, to };
}

function look(
  commands: readonly Command[],
  written: string,
  found: FoundInCommand[],
  depth: number,
  within?: FindWithin,
  asked: Asked = new Map(),
): void {
  const inputs = createInputs(commands, asked);
  const report = (secrets: readonly Placed[], rule: string): void => {
    for (const secret of secrets) {
      const value = secret.text.replaceAll(dollar, '$');
      for (const stretch of stretchesOf(secret, written)) found.push({ rule, ...stretch, value });
    }
  };
  for (const command of commands) {
    for (const started of programsIn(command)) {
      const rule = started.program?.rule ?? 'login-option';
      for (const { value, word, is } of givenTo(started)) {
        if (is === 'secret') report(inputs.secretsOf(value, word), rule);
        else {
          const texts = is === 'file' ? inputs.inFile(value, word) : inputs.printedIn(value);
          for (const text of texts) report(inputs.secretsIn(text, line), rule);
        }
      }
      const input = inputOf(started);
      if (input === undefined) continue;
      for (const text of inputs.readBy(command, input)) report(inputs.secretsIn(text, input), rule);
    }
    report(inputs.writtenAsSecret(command), 'login-option');
    const last = programsIn(command).at(-1);
    const printed = last && printedBy(last.name, last.words);
    // What a format and words make together says more than each of them.
    if (printed && last.name === 'printf' && within) {
      for (const text of printed) {
        for (const { rule, start, end } of within(text.text)) {
          report([partOf(text, start, end)], rule);
        }
      }
    }
    if (depth >= deepest) continue;
    // What prints its words hands nothing else to a script in them.
    const stdin = printed === undefined ? [{ ...command, words: [], writes: [] }] : [];
    for (const text of [...command.words, ...command.given]) {
      if (!/[\s;|]/.test(text.text) || !mayHoldSecrets(text.text)) continue;
      const script = { ...text, text: text.text.replaceAll(dollar, '$') };
      look(readCommands(script, stdin), written, found, depth + 1, within, asked);
    }
  }
}

const line = /^(.+)$/s;

/** An option that says, in whichever program, that a secret is read from its input. */
const fromInput =
  /^--?(?:[\w-]{1,40}[-_])?(?:pass(?:word|phrase)?|token|secret|api-?key|key|creds?)[-_](?:from[-_])?stdin$/i;

/** What of the lines that a program reads is a secret. */
function inputOf({ program, words }: Started): RegExp | undefined {
  if (words.some(({ text }) => fromInput.test(text))) return line;
  if (program?.input === undefined) return undefined;
  const { input, inputWhen } = program;
  return !inputWhen || inputWhen.test(words.map(({ text }) => text).join(' ')) ? input : undefined;
}
