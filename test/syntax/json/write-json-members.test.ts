import { expect, it } from 'vitest';
import { inOneLine, membersOf, nested } from '../../../src/syntax/json/write-json-members.ts';

function* items(...all: readonly unknown[]): Generator {
  yield* all;
}

const write = (members: Readonly<Record<string, unknown>>): string =>
  `{${[...membersOf(members)].join('')}}`;

it('a generator is a list with an item to a line', () => {
  expect(write({ a: 1, b: items({ c: 2 }, 3), d: 'e' })).toBe(
    '{"a":1,"b":[\n{"c":2},\n3],"d":"e"}',
  );
});

it('what has nothing to say is left out, wherever it stands', () => {
  expect(write({ a: items(), b: undefined, c: 1, d: items() })).toBe('{"c":1}');
  expect(write({ a: items(inOneLine({ b: items(), c: 1 })) })).toBe('{"a":[\n{"c":1}]}');
});

it('an object within holds lists to a line, or all in one line as JSON.stringify writes it', () => {
  const members = () => ({ b: items({ c: [1, 2] }, 3) });
  expect(write({ a: nested(members()) })).toBe('{"a":{"b":[\n{"c":[1,2]},\n3]}}');
  expect(write({ a: inOneLine(members()) })).toBe(JSON.stringify({ a: { b: [{ c: [1, 2] }, 3] } }));
});

it('an item of a list may have lists of its own, which are not held', () => {
  const made: number[] = [];
  function* long(): Generator<number> {
    for (const at of [1, 2, 3]) {
      made.push(at);
      yield at;
    }
  }
  const pieces = membersOf({ a: items(inOneLine({ b: long() })) });
  let text = '';
  while (!text.includes('1')) text += pieces.next().value ?? '';
  expect(made).toEqual([1]);
  expect(text + [...pieces].join('')).toBe('"a":[\n{"b":[1,2,3]}]');
});
