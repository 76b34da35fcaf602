import { said, SyntaxProblem } from '../problem.ts';
import { depthAtMost, endOfText, overBound } from './bounded-json.ts';

/** Which keys a Go structure has, so that a key in another case is known for the one that Go takes it for. */
export interface GoShape {
  /** Of a structure; absent for anything else. */
  readonly members?: Readonly<Record<string, GoShape>>;
  /** Of the items of a list or the values of a map; absent for anything else. */
  readonly each?: GoShape;
}

/**
 * Why two readers may take a text for different things: `key-case`, a key that Go takes for another one; `key-twice`, a key
 * that stands twice in one object; `utf8`, bytes that are no UTF-8; `trailing`, something behind the first value;
 * `not-object`, where a structure belongs.
 */
export type GoJsonCode = 'key-case' | 'key-twice' | 'utf8' | 'trailing' | 'not-object';

/** One place at which readers may differ. */
export interface GoJsonProblem {
  readonly code: GoJsonCode;
  /** The object, as a JSON pointer; `''` is the outermost. */
  readonly pointer: string;
  /** The key as it is written; absent where the problem is not about one. */
  readonly key?: string;
}

/** A text as Go's encoding/json takes it, and where other readers may differ. */
export interface GoJson {
  /** Keys are spelled as the shape has them; of a key that stands twice the last counts, and structures are joined. */
  readonly tree: unknown;
  /** In the order of the text; with any, `tree` is a best guess. */
  readonly problems: readonly GoJsonProblem[];
}

/** Bytes at most, many times what a request to an engine has. */
export const goJsonAtMost = 4 * 1024 * 1024;

const space = /[ \t\r\n]*/y;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What Go compares keys by: it takes ſ for s and the Kelvin sign for k. */
const folded = (key: string): string =>
  key
    .replaceAll('\u017f', 's')
    .replaceAll('\u212a', 'k')
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Reads JSON as Go's encoding/json does, and tells what another reader may take for something else.
 *
 * @throws SyntaxProblem `invalid` for what Go refuses as well, `too-large` for more than 4 MiB or 200 levels
 * @see https://pkg.go.dev/encoding/json#Unmarshal
 */
export function readGoJson(bytes: Uint8Array, shape: GoShape): GoJson {
  if (bytes.length > goJsonAtMost) throw tooLarge();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (overBound(text, { depth: depthAtMost, entries: Infinity }) !== undefined) throw tooLarge();
  const problems: GoJsonProblem[] = [];
  if (!isUtf8(bytes)) problems.push({ code: 'utf8', pointer: '' });
  let at = 0;
  const next = (): string => {
    space.lastIndex = at;
    space.exec(text);
    at = space.lastIndex;
    return text.charAt(at);
  };
  const take = (expected: string): void => {
    if (next() !== expected) throw invalid();
    at += 1;
  };
  const readText = (): string => {
    if (next() !== '"') throw invalid();
    const end = endOfText(text, at) + 1;
    const found = text.slice(at, end);
    at = end;
    return parsed(found) as string;
  };
  const readMembers = (end: string, readOne: () => void): void => {
    at += 1;
    if (next() === end) {
      at += 1;
      return;
    }
    for (;;) {
      readOne();
      if (next() === end) break;
      take(',');
    }
    at += 1;
  };
  const readObject = (of: GoShape, pointer: string): object => {
    const members = new Map<string, unknown>();
    const { members: known } = of;
    const byFold = new Map(Object.keys(known ?? {}).map((key) => [folded(key), key]));
    readMembers('}', () => {
      const written = readText();
      take(':');
      const key = (known && byFold.get(folded(written))) ?? written;
      if (key !== written) problems.push({ code: 'key-case', pointer, key: written });
      if (members.has(key)) problems.push({ code: 'key-twice', pointer, key: written });
      const below = known ? known[key] : of.each;
      const value = readValue(below ?? {}, `${pointer}/${escaped(key)}`);
      members.set(key, joined(members.get(key), value));
    });
    return Object.fromEntries(members);
  };
  const readValue = (of: GoShape, pointer: string): unknown => {
    const first = next();
    if (first === '{') return readObject(of, pointer);
    if (of.members && first !== 'n') problems.push({ code: 'not-object', pointer });
    if (first === '"') return readText();
    if (first === '[') {
      const items: unknown[] = [];
      readMembers(']', () => items.push(readValue(of.each ?? {}, `${pointer}/${items.length}`)));
      return items;
    }
    plain.lastIndex = at;
    const found = plain.exec(text)?.[0];
    if (found === undefined) throw invalid();
    at += found.length;
    return parsed(found);
  };
  const tree = readValue(shape, '');
  if (next() !== '') problems.push({ code: 'trailing', pointer: '' });
  if (tree === null && shape.members) problems.push({ code: 'not-object', pointer: '' });
  return { tree, problems };
}

/** What Go makes of a key that stands twice: it reads the second into what the first left. */
function joined(before: unknown, value: unknown): unknown {
  if (isObject(before) && isObject(value)) {
    return Object.fromEntries(
      Object.entries({ ...before, ...value }).map(([key]) => [
        key,
        joined(ownValue(before, key), ownValue(value, key)),
      ]),
    );
  }
  if (value === undefined) return before;
  return value === null && before !== undefined && typeof before !== 'object' ? before : value;
}

const ownValue = (of: object, key: string): unknown =>
  Object.getOwnPropertyDescriptor(of, key)?.value;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(token);
  } catch {
    throw invalid();
  }
}

const invalid = (): SyntaxProblem =>
  new SyntaxProblem('invalid', said('It is not valid JSON.', '不是有效的 JSON。'));

const tooLarge = (): SyntaxProblem =>
  new SyntaxProblem(
    'too-large',
    said(
      'It is larger than 4 MiB, or nests deeper than 200 levels.',
      '超过 4 MiB，或嵌套超过 200 层。',
    ),
  );
