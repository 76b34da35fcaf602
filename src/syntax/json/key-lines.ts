import { SyntaxProblem } from '../problem.ts';

/** One JSON token, or what no token can begin with. */
const token =
  /[{}[\],:]|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const space = /[ \t\r\n]*/y;

type Expected =
  | 'value'
  | 'value-or-end'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'nothing';

/**
 * The line of every key of the outermost object. JSON.parse tells neither lines nor, for every text, the
 * place of a mistake; and what it does tell quotes the text, which may hold a secret.
 *
 * @throws SyntaxProblem with the line of the first mistake
 */
export function keyLines(text: string, path: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  let line = 1;
  for (;;) {
    space.lastIndex = at;
    const blank = space.exec(text)?.[0] ?? '';
    line += blank.split('\n').length - 1;
    at += blank.length;
    if (at === text.length && expected === 'nothing') return lines;
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    const next: Expected | undefined =
      found === undefined ? undefined : step(found, expected, open);
    if (found === undefined || next === undefined) {
      throw new SyntaxProblem('invalid', `${path} is not valid JSON: see line ${line}.`);
    }
    // The parser has accepted the token, so that this is a string.
    if (next === 'colon' && open.length === 1) lines.set(JSON.parse(found) as string, line);
    expected = next;
    at += found.length;
  }
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
