import { isSecretName } from './secret-names.ts';
import { partOf, type Placed } from './placed-text.ts';
import type { Word } from './command.ts';
import type { SecretProgram } from './program-rows.ts';
import type { Started } from './started.ts';

/** What a program is handed where it takes a secret. */
export interface Given {
  readonly value: Placed;
  /** The word that it stands in. */
  readonly word: Word;
  /** The secret, or what names a file with it, or a script that prints it. */
  readonly is: 'secret' | 'file' | 'script';
}

/** An option by its whole name, with what stands behind its sign. */
const named = /^(--?[A-Za-z][\w.-]*(?::file)?)(?:[=:](.*))?$/s;

/** An option that names where a secret is, in whichever program. */
const whereIs = /^--?([A-Za-z][\w.-]*?)[-_.]?(file|path|command)$/i;
const placeOf = (option: string): 'file' | 'script' | undefined => {
  const [, of, kind] = whereIs.exec(option) ?? [];
  if (of === undefined || !(isSecretName(of) || /(?:^|-)key$/i.test(of))) return undefined;
  return kind === 'command' ? 'script' : 'file';
};

/** A login: what stands behind the first colon of it. */
const login = /^[^:]*:(?!\/\/)(.+)$/s;

/** The stretch of a text that a pattern has for its first group. */
export function groupOf(text: Placed, pattern: RegExp): Placed | undefined {
  const match = pattern.exec(text.text);
  const group = match?.[1];
  if (match === null || group === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(group);
  return partOf(text, start, start + group.length);
}

/** Whatever a program is handed as a secret by its options and its other words. */
export function givenTo({ program, words }: Started): readonly Given[] {
  const found: Given[] = [];
  const operands: Word[] = [];
  const own = program && isMeant(program, words) ? program : undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) continue;
    const next = words[at + 1];
    const given = optionAt(own, word, next);
    if (given === undefined) operands.push(word);
    else {
      found.push(...given.found);
      if (given.takesNext) at += 1;
    }
  }
  return own ? [...found, ...operandsOf(own, words, operands)] : found;
}

/** Whether the words of a program are of the kind that takes a secret. */
const isMeant = ({ when }: SecretProgram, words: readonly Word[]): boolean =>
  when === undefined || when.test(words.map(({ text }) => text).join(' '));

interface OfOption {
  readonly found: readonly Given[];
  readonly takesNext: boolean;
}

const nothing: OfOption = { found: [], takesNext: false };

/** What an option is handed; `undefined` of a word that is none. */
function optionAt(
  program: SecretProgram | undefined,
  word: Word,
  next: Word | undefined,
): OfOption | undefined {
  const { text } = word;
  const [, option = '', value] = named.exec(text) ?? [];
  const slashed = /^\/[a-z]+/i.exec(text)?.[0] ?? '';
  if (program?.names?.test(slashed) === true) {
    return { found: taken(word, text.indexOf(':') + 1, undefined), takesNext: false };
  }
  if (program?.slashed === true && /^\/[a-z]+(?::|$)/i.test(text)) return nothing;
  if (!/^-./.test(text) || text === '--') return undefined;
  const start = value === undefined ? text.length : text.length - value.length;
  const takesNext = value === undefined;
  if (option !== '') {
    const place = program?.files?.test(option) === true ? 'file' : placeOf(option);
    const pair = program?.pairNames?.test(option) === true ? (program.pair ?? login) : undefined;
    const isSecret = pair !== undefined || program?.names?.test(option) === true;
    const found = [
      ...(place ? taken(word, start, next, undefined, place) : []),
      ...(isSecret ? taken(word, start, next, pair) : []),
    ];
    if (place || isSecret || program?.valuedNames?.test(option) === true) {
      return { found, takesNext };
    }
  }
  const glued = program?.glued && groupOf(word, program.glued);
  if (glued) return { found: [{ value: glued, word, is: 'secret' }], takesNext: false };
  if (program === undefined || text.startsWith('--') || program.whole === true) return nothing;
  return lettersOf(program, word, next);
}

/** Options of one letter, several of which may stand in a word, as getopt reads them. */
function lettersOf(program: SecretProgram, word: Word, next: Word | undefined): OfOption {
  const { text } = word;
  for (let at = 1; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const isLast = at === text.length - 1;
    const has = (letters: string | undefined): boolean => letters?.includes(letter) === true;
    if (has(program.attached)) {
      const isPort = /^\d+:/.test(text.slice(at + 1));
      return isLast || isPort
        ? nothing
        : { found: taken(word, at + 1, undefined), takesNext: false };
    }
    if (has(program.secret)) return { found: taken(word, at + 1, next), takesNext: isLast };
    if (has(program.pairs)) {
      const found = taken(word, at + 1, next, program.pair ?? login);
      return { found, takesNext: isLast };
    }
    if (has(program.fileLetters)) {
      return { found: taken(word, at + 1, next, undefined, 'file'), takesNext: isLast };
    }
    if (has(program.valued)) return { found: [], takesNext: isLast };
  }
  return nothing;
}

/** What is left of a word from a place on, or else the next word. */
function taken(
  word: Word,
  start: number,
  next: Word | undefined,
  pattern?: RegExp,
  is: Given['is'] = 'secret',
): readonly Given[] {
  const of = start < word.text.length ? word : next;
  if (of === undefined || (of === next && /^-[A-Za-z-]/.test(of.text))) return [];
  const whole = of === word ? partOf(word, start) : of;
  const value = pattern ? groupOf(whole, pattern) : whole;
  return value ? [{ value, word: of, is }] : [];
}

/** What stands in the place of a secret among the words that are no options. */
function operandsOf(
  { operands: patterns = [] }: SecretProgram,
  words: readonly Word[],
  operands: readonly Word[],
): readonly Given[] {
  return patterns.flatMap((pattern) => {
    const [condition, tokens] = pattern.startsWith('-')
      ? [pattern.split(' ', 1)[0] ?? '', pattern.split(' ').slice(1)]
      : ['', pattern.split(' ')];
    if (condition !== '' && !words.some(({ text }) => hasLetter(text, condition[1] ?? ''))) {
      return [];
    }
    return matched(tokens, operands);
  });
}

const hasLetter = (text: string, letter: string): boolean =>
  /^-[A-Za-z0-9]+$/.test(text) && text.slice(1).includes(letter);

/** Whether a name, or a part of a path, says that it is of a secret. */
const saysSecret = (text: string): boolean =>
  isSecretName(text) ||
  text.split(/[/:]/).some((part) => /^secrets?$/i.test(part) || isSecretName(part));

/**
 * Words that fit a pattern. In it stand words, one of several between strokes; `_` is any word, `?` one with the name of a
 * secret, `^` the beginning, `!` a secret, `@` a file of one, `!*` all that follow, `!$` the last, and a sign with a star what stands behind it in
 * each that follows.
 */
function matched(tokens: readonly string[], operands: readonly Word[]): readonly Given[] {
  const found: Given[] = [];
  for (const start of operands.keys()) {
    const here = matchedAt(tokens, operands, start);
    for (const each of here) found.push(each);
    if (found.length > 0 && tokens[0] !== '?') break;
  }
  return found;
}

const secretIn = (word: Word): Given => ({ value: word, word, is: 'secret' });

function matchedAt(
  tokens: readonly string[],
  operands: readonly Word[],
  start: number,
): readonly Given[] {
  const found: Given[] = [];
  let at = start;
  for (const token of tokens) {
    const word = operands[at];
    if (token === '^') {
      if (at !== 0) return [];
      continue;
    }
    if (word === undefined) return [];
    if (token === '!*') return [...found, ...operands.slice(at).map((each) => secretIn(each))];
    if (token === '!$') return [...found, ...operands.slice(-1).map((each) => secretIn(each))];
    const part = parts.get(token);
    if (part) {
      return operands.slice(at).flatMap((each) => {
        const value = groupOf(each, part);
        return value ? [{ value, word: each, is: 'secret' as const }] : [];
      });
    }
    if (token === '!') found.push(secretIn(word));
    else if (token === '@') found.push({ value: word, word, is: 'file' });
    else if (token === '?' ? !saysSecret(word.text) : !fits(token, word.text)) return [];
    at += 1;
  }
  return found;
}

/** What of each word that follows is a secret, by how a pattern says so. */
const parts: ReadonlyMap<string, RegExp> = new Map([
  ['=*', /^[^=]+=(?!@)(.+)$/s],
  ['>*', /^>(.+)$/s],
  ['/*', /^(?:\w+=)?[^/@\s]+\/([^@/]+)(?:@.*)?$/s],
  [':*', /^[^:]*:(.+)$/s],
]);

const fits = (token: string, text: string): boolean =>
  token === '_' || token.split('|').includes(text.toLowerCase());
