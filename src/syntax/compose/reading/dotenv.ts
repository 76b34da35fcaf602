import { said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import type { Place } from '../tree/nodes.ts';
import { substitute, type Variables } from './substitute.ts';
import { plainFile } from './plain-file.ts';

/** One variable of a `.env` file; without `=` it takes its value from the environment. */
export interface Variable {
  readonly name: string;
  readonly value: string | undefined;
  readonly place: Place;
}

/**
 * Reads a `.env` file: `NAME=value`, `export NAME=value`, comments, values in single quotes as they are, in
 * double quotes with escapes. What Compose refuses, as a space in a name, is refused. Unless in single quotes, a value may name variables: those above it and those given.
 *
 * @param given what a name stands for before what the file itself says of it, the files before it among that
 * @throws SyntaxProblem with file, line and column
 */
export function readDotenv(text: string, name: string, given: Variables): readonly Variable[] {
  const file = plainFile(text, name);
  const found: Variable[] = [];
  const known = new Map<string, string>();
  const look = { get: (key: string) => given.get(key) ?? known.get(key) };
  const start =
    /(?:\s|#[^\n]*(?:\n|$))*((?:export[ \t]+)?([\p{L}\p{N}_.[\]-]+)[ \t]*([=:]|(?=\r?\n|$))[ \t]*)/uy;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    if (/^(?:\s|#[^\n]*(?:\n|$))*$/.test(text.slice(at, at + 4096)) && at + 4096 >= text.length) {
      break;
    }
    start.lastIndex = at;
    const [whole = '', written = '', variable, sign] = start.exec(text) ?? [];
    if (variable === undefined) {
      throw invalidAt(
        { file, offset: at + blanksAt(text, at) },
        said('a line of the form NAME=value is expected', '此行应为 NAME=value 形式'),
      );
    }
    const place: Place = { file, offset: start.lastIndex - written.length };
    at = start.lastIndex;
    if (sign === '') {
      found.push({ name: variable, value: undefined, place });
      continue;
    }
    const read = readValue(text, at, whole.endsWith('\n'));
    if (read === undefined) {
      throw invalidAt(place, said('a quote is opened and not closed', '引号未闭合'));
    }
    const expanded = read.literal ? read.value : substitute(read.value, look, place);
    at = read.end;
    known.set(variable, expanded);
    found.push({ name: variable, value: expanded, place });
  }
  return found;
}

/** How many characters from here are blanks and comments. */
function blanksAt(text: string, at: number): number {
  const blanks = /(?:\s|#[^\n]*(?:\n|$))*/y;
  blanks.lastIndex = at;
  return blanks.exec(text)?.[0].length ?? 0;
}

function readValue(text: string, at: number, empty: boolean) {
  if (empty) return { value: '', end: at, literal: true };
  const quote = text[at];
  if (quote === "'" || quote === '"') {
    let end = at + 1;
    while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
    if (end >= text.length) return undefined;
    const inside = text.slice(at + 1, end);
    return {
      value: quote === '"' ? unescape(inside) : unescapeQuotes(inside),
      // What follows on the line is read on, as Compose does.
      end: end + 1,
      literal: quote === "'",
    };
  }
  const line = text.indexOf('\n', at);
  const end = line < 0 ? text.length : line;
  const written = text.slice(at, end);
  // Right behind the sign a # is part of the value.
  const comment = written.indexOf(' #');
  const value = (comment < 0 ? written : written.slice(0, comment)).trimEnd();
  return { value, end, literal: false };
}

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
};

const unescape = (text: string): string =>
  text.replace(/\\(.)/g, (whole, letter: string) =>
    letter === '$' ? '$$' : (escapes[letter] ?? whole),
  );

/** In single quotes only such a quote is escaped. */
const unescapeQuotes = (text: string): string =>
  text.replace(/\\([\s\S])/g, (whole, letter: string) => (letter === "'" ? letter : whole));
