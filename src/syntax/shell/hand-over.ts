import { basename } from './base-name.ts';
import type { HandedOver } from './handed-over.ts';
import { withoutLaunchers } from './launchers.ts';
import { lowerText } from './lower-within.ts';
import { report, type Draft, type Lowering, type Standing } from './lowering.ts';
import { substituted } from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';
import { setsAlone } from './sourced-files.ts';
import { textPrinted, textRead } from './printed-texts.ts';
import { startedTexts } from './started-programs.ts';
import type { Written } from './written-texts.ts';
import { commandsMade } from './made-commands.ts';

/** What is known of the words of a command beside their text. */
export interface KnownOfWords {
  /** Those whose text is known only when it runs. */
  readonly open: ReadonlySet<string>;
  /** Files that it writes to behind what they hold. */
  readonly appends: readonly string[];
  /** The commands that print what stands in place of a file. */
  readonly files: readonly ShellCommand[];
}

/** Reads what a command hands to a shell, and says what of that nobody knows. */
export function handOver(
  l: Lowering,
  command: Draft,
  { scripts, code, codeText, reads, file, codeFile, found = [], template }: HandedOver,
  standing: Standing,
  pos: number,
  { open, files }: KnownOfWords,
): void {
  const { words, bodies } = command;
  const [program = ''] = withoutLaunchers(words);
  const name = basename(program === '' ? (words[0] ?? '') : program);
  const given: Standing = {
    ...standing,
    dialect: dialectFor(name) ?? standing.dialect,
    ...{ maybe: true, bodies: undefined, given: undefined, depth: standing.depth + 1 },
  };
  const say = (what: string): void => report(l, 'unknown-script', what, standing.places, pos);
  const readKnown = (known: Written, what: string): void => {
    if (known === 'unknown' || known === 'made') say(what);
    else if (known !== 'fetched' && 'text' in known) {
      lowerText(l, known.text, { ...given, input: [] }, pos);
    }
  };
  for (const script of scripts) lowerOpen(l, script, given, pos, open, () => say(name));
  const isHarmless = codeText !== undefined && l.isHarmless?.(codeText) === true;
  if (code !== undefined && !isHarmless) report(l, 'other-language', code, standing.places, pos);
  if (name === 'alias' && words.some((word) => word.includes('='))) {
    for (const word of words.slice(1)) lowerText(l, word.replace(/^\w+=/, ''), given, pos);
    say(name);
  }
  const isFed = standing.fed || command.input.length > 0;
  if (reads === 'code' && (isFed || bodies.length > 0)) {
    const isFetched = bodies.length === 0 && textPrinted(command.input) === 'fetched';
    if (!isFetched) report(l, 'other-language', name, standing.places, pos);
  }
  // Of a file that the script has written, the text is there, and not read.
  const codeFiles = codeFile === undefined ? found : [codeFile];
  if (codeFiles.some((path) => l.written.of(path).some((text) => text !== 'fetched'))) {
    report(l, 'other-language', name, standing.places, pos);
  }
  if (reads === 'script') {
    // A heredoc begins on a later line.
    const from = Math.max(pos, standing.places.source.indexOf('\n', pos));
    for (const body of bodies) lowerText(l, body, { ...given, input: [] }, from);
    if (bodies.length === 0 && isFed) readKnown(textPrinted(command.input), `| ${name}`);
  }
  if (template && (isFed || bodies.length > 0)) {
    const made = commandsMade(template, textRead(command));
    if (made === undefined) say(name);
    else lowerText(l, made, { ...given, input: [] }, pos);
  }
  if (file) readFile(l, command, file, files, readKnown);
  else {
    // A program that the build has written itself.
    for (const text of startedTexts(l, program)) {
      if (text === 'made') say(name);
      else if (typeof text === 'object' && 'text' in text) {
        lowerProgram(l, command, text.text, { ...given, input: standing.input }, pos);
      }
    }
  }
}

/** Programs that tell whether a file is what it should be. */
const checkers =
  /^(?:(?:sha|md|b)\d+sum|shasum|cksum|gpgv?|cosign|minisign|signify|openssl|diff|cmp)$/;

/** Reads a text as the program that it is, by its first line. */
function lowerProgram(
  l: Lowering,
  command: Draft,
  text: string,
  standing: Standing,
  pos: number,
): void {
  const [, first = '', option = ''] = /^#!\s*(\S+)[ \t]*(\S*)/.exec(text) ?? [];
  const by = basename(first) === 'env' ? option : basename(first);
  const dialect = by === '' ? 'sh' : dialectFor(by);
  const name = basename(withoutLaunchers(command.words)[0] ?? '');
  // What it is said to have checked, nobody knows.
  if (checkers.test(name)) report(l, 'unknown-program', name, standing.places, pos);
  if (dialect === undefined) report(l, 'other-language', by, standing.places, pos);
  if (dialect === undefined || l.reading.has(text)) return;
  l.reading.add(text);
  const given = { lists: [withoutLaunchers(command.words).slice(1)] };
  lowerText(l, text, { ...standing, dialect, given }, pos);
  l.reading.delete(text);
}

/** Reads a script in which a word may be known only when it runs. */
function lowerOpen(
  l: Lowering,
  script: string,
  given: Standing,
  pos: number,
  open: ReadonlySet<string>,
  say: () => void,
): void {
  const isOpen = [...open].some((word) => script.includes(word));
  const texts = isOpen ? l.values.fill(script) : [script];
  const before = l.problems.length;
  for (const text of texts ?? [script]) lowerText(l, text, given, pos);
  if (texts === undefined && l.problems.length === before) say();
}

function readFile(
  l: Lowering,
  command: Draft,
  { path, isSourced }: NonNullable<HandedOver['file']>,
  files: readonly ShellCommand[],
  readKnown: (known: Written, what: string) => void,
): void {
  const what = `${basename(command.words[0] ?? '')} ${path}`.slice(0, 40);
  const texts = l.written.of(path);
  for (const text of texts) readKnown(text, what);
  if (texts.length > 0) return;
  if (path === substituted && files.length > 0) readKnown(textPrinted(files), what);
  else if (/^\/dev\/(?:stdin|fd\/|tcp\/|udp\/)/.test(path)) readKnown(textRead(command), what);
  else if (isSourced && !setsAlone(path)) readKnown('unknown', what);
}

/** What a shell reads that is started by its name; `undefined` where it is no other. */
function dialectFor(name: string): 'sh' | 'bash' | undefined {
  const [, kind] = /^(ba|z|[mo]?k|a|da|)sh$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  return ['', 'a', 'da'].includes(kind) ? 'sh' : 'bash';
}
