import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonProblem, parseJsonText } from '../../../src/syntax/json/parse-json-text.ts';
import { findMistake } from '../../../src/syntax/json/scan-json.ts';

function problemOf(text: string): JsonProblem {
  try {
    parseJsonText(text);
  } catch (error) {
    if (error instanceof JsonProblem) return error;
    throw error;
  }
  throw new Error('it is JSON');
}

test.each([
  ['{\n  "a": 1,\n}', 'line 3, column 1: a key in double quotes must stand here'],
  ['{\n  "a" 1\n}', 'line 2, column 7: a colon must stand here'],
  ['[1 2]', 'line 1, column 4: a comma, or the end of the list or object, must stand here'],
  ['[1,', 'line 1, column 4: it ends too early'],
  ['{} x', 'line 1, column 4: there is more behind its end'],
  ['["a\n"]', 'line 1, column 2: this text has no end, or a character that must be escaped'],
  ['["\\x"]', 'line 1, column 2: this text has no end, or a character that must be escaped'],
  ['["abc', 'line 1, column 2: this text has no end, or a character that must be escaped'],
  ['key = S3CR3T', 'line 1, column 1: a value must stand here'],
  [' \n', 'it is empty'],
])('%j', (text, en) => {
  expect(problemOf(text).message).toBe(en);
  expect(problemOf(text).said.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(problemOf(text)).toBeInstanceOf(SyntaxError);
});

test('a mistake is found wherever JSON.parse finds one, and nowhere else', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\',
    '1',
    '-',
    '0',
    ' ',
    '\n',
    'true',
    'nul',
  );
  const texts = fc.oneof(
    fc.json(),
    fc.string(),
    fc.array(piece).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(findMistake(text) === undefined).toBe(isJson);
    }),
  );
});

test('a text of many megabytes takes no stack', () => {
  const long = 'x'.repeat(4 << 20);
  expect(findMistake(`["${long}"]`)).toBeUndefined();
  expect(findMistake(`["${long}"`)).toMatchObject({ at: long.length + 3 });
});
