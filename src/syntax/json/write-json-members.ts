import { jsonText } from './json-text.ts';
type Members = Readonly<Record<string, unknown>>;

const own: unique symbol = Symbol('members');

/** An object whose members may be generators. */
export interface Streamed {
  readonly [own]: Members;
  /** Whether each item of its lists begins a line of its own. */
  readonly lines: boolean;
}

/** An object within another whose generators are written as lists too, an item to a line. */
export const nested = (members: Members): Streamed => ({ [own]: members, lines: true });

/** The same on one line, as `JSON.stringify` writes objects; for an item of a list that has long lists of its own. */
export const inOneLine = (members: Members): Streamed => ({ [own]: members, lines: false });

const isStreamed = (value: unknown): value is Streamed =>
  typeof value === 'object' && value !== null && own in value;

/**
 * Writes the members of a JSON object without its braces. A member that is a generator is written as a list, an
 * item at a time, and is left out when it yields nothing, since formats refuse an empty list.
 */
export const membersOf = (members: Members): Generator<string> => piecesOf(nested(members));

function* piecesOf({ [own]: members, lines }: Streamed): Generator<string> {
  let comma = '';
  for (const [key, value] of Object.entries(members)) {
    if (value === undefined) continue;
    const head = `${comma}${jsonText(key)}:`;
    if (!isGenerator(value)) {
      yield* valuePieces(head, value);
    } else {
      const list = listPieces(`${head}[`, value, lines ? '\n' : '');
      const first = list.next();
      if (first.done === true) continue;
      yield first.value;
      yield* list;
      yield ']';
    }
    comma = ',';
  }
}

function* listPieces(
  head: string,
  items: Iterable<unknown>,
  start: string,
): Generator<string, void> {
  let before = head + start;
  for (const item of items) {
    yield* valuePieces(before, item);
    before = `,${start}`;
  }
}

function* valuePieces(before: string, value: unknown): Generator<string> {
  if (isStreamed(value)) {
    yield `${before}{`;
    yield* piecesOf(value);
    yield '}';
  } else yield before + jsonText(value);
}

const isGenerator = (value: unknown): value is Generator =>
  typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value;
