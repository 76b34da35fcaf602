import { said, type Said } from '../problem.ts';
import { endOfText } from './bounded-json.ts';

/** One token of JSON that is no string. */
const token = /[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const space = /[ \t\r\n]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g;

type Expected =
  | 'value'
  | 'value-or-end'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'nothing';

const wanted = {
  value: said('a value must stand here', '此处应为一个值'),
  'value-or-end': said('a value or ] must stand here', '此处应为一个值或 ]'),
  key: said('a key in double quotes must stand here', '此处应为双引号括起的键'),
  'key-or-end': said('a key in double quotes or } must stand here', '此处应为双引号括起的键或 }'),
  colon: said('a colon must stand here', '此处应为冒号'),
  'comma-or-end': said(
    'a comma, or the end of the list or object, must stand here',
    '此处应为逗号，或列表、对象的结尾',
  ),
  nothing: said('there is more behind its end', '结尾之后还有内容'),
} as const satisfies Record<Expected, Said>;

const tooShort = said('it ends too early', '内容过早结束');
const badText = said(
  'this text has no end, or a character that must be escaped',
  '此文本没有结尾，或含有必须转义的字符',
);

/** Where a text stops being JSON, and why. Nothing of it is quoted: it may hold a secret. */
export interface JsonMistake {
  /** Place of it, in UTF-16 units. */
  readonly at: number;
  readonly why: Said;
}

/**
 * Goes through a text token by token, which JSON.parse does faster: but that names no place for every mistake, and quotes
 * the text.
 *
 * @param onKey is called with each key as it is written, its place, and the depth of its object, from 1
 */
export function findMistake(
  text: string,
  onKey?: (key: string, at: number, depth: number) => void,
): JsonMistake | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    if (at === text.length) {
      return expected === 'nothing' ? undefined : { at, why: tooShort };
    }
    const found = tokenAt(text, at);
    if (found === '"') return { at, why: badText };
    const next: Expected | undefined =
      found === undefined ? undefined : step(found, expected, open);
    if (found === undefined || next === undefined) return { at, why: wanted[expected] };
    if (next === 'colon') onKey?.(found, at, open.length);
    expected = next;
    at += found.length;
  }
}

/** Line and column of a place, each from 1. */
export function positionOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** The token at a place: a quote alone for a string that is none, `undefined` for what no token begins with. */
function tokenAt(text: string, at: number): string | undefined {
  if (text[at] !== '"') {
    token.lastIndex = at;
    return token.exec(text)?.[0];
  }
  const whole = text.slice(at, endOfText(text, at) + 1);
  // oxlint-disable-next-line no-control-regex -- JSON lets none of them stand in a string
  return /^"[^"\\\u0000-\u001f]*"$/.test(whole.replace(escape, '')) ? whole : '"';
}

/** What may follow a token; `undefined` when the token itself may not stand here. */
function step(found: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
  const wantsValue = expected === 'value' || expected === 'value-or-end';
  switch (found) {
    case '{':
    case '[':
      if (!wantsValue) return undefined;
      open.push(found);
      return found === '{' ? 'key-or-end' : 'value-or-end';
    case '}':
      if (open.at(-1) !== '{' || (expected !== 'key-or-end' && expected !== 'comma-or-end')) return;
      open.pop();
      return after();
    case ']':
      if (open.at(-1) !== '[' || (expected !== 'value-or-end' && expected !== 'comma-or-end')) {
        return;
      }
      open.pop();
      return after();
    case ',':
      if (expected !== 'comma-or-end') return undefined;
      return open.at(-1) === '{' ? 'key' : 'value';
    case ':':
      return expected === 'colon' ? 'value' : undefined;
    default:
      if (wantsValue) return after();
      return found.startsWith('"') && expected.startsWith('key') ? 'colon' : undefined;
  }
}
