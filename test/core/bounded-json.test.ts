import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/cruise.ts';
import { createListSplitter } from '../../src/core/assessment/list-splitter.ts';
import { overBound } from '../../src/syntax/json/bounded-json.ts';
import { parseJsonText } from '../../src/syntax/json/parse-json-text.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** Why a file may parse by itself: what it parses was bounded before, or is the program's own. */
const parsesItself: Readonly<Record<string, string>> = {
  'src/syntax/json/parse-json-text.ts': 'it is the one that bounds',
  'src/syntax/json/scan-json.ts': 'it names it in a comment alone',
  'src/collectors/engine/client/read-answer.ts': 'it bounds entries as well, before',
  'src/collectors/redaction/mask-values.ts': 'a word alone, which has no depth',
  'src/syntax/json/key-lines.ts': 'a key alone, which has no depth',
  'src/syntax/json/read-go-json.ts': 'a text alone, which has no depth',
  'src/evidence/signing/verify-predicate.ts': 'what it wrote the moment before',
  'src/authoring/lint/rules/no-any.ts': 'a word of its text',
  'src/authoring/scaffold/framework-text.ts': 'a line of the file that it writes',
};

it('is what every text from outside is parsed by', () => {
  const found = sourceFiles(root, 'src').filter((file) =>
    readFileSync(path.join(root, file), 'utf8').includes('JSON.parse'),
  );
  expect([...found].sort()).toEqual(Object.keys(parsesItself).sort());
});

it('reads what JSON.parse reads, and refuses what that refuses', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const attempt = (parse: (text: string) => unknown): unknown => {
        try {
          return [parse(text)];
        } catch (error) {
          return error instanceof SyntaxError;
        }
      };
      expect(attempt(parseJsonText)).toEqual(attempt(JSON.parse));
    }),
  );
});

it('refuses what nests deeper than can be read, in lists, objects and both', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"a":', '}]'],
  ] as const) {
    const nested = (times: number): string => `${open.repeat(times)}1${close.repeat(times)}`;
    expect(() => parseJsonText(nested(100))).not.toThrow();
    expect(() => parseJsonText(nested(1_000_000))).toThrow('it nests deeper than 200 levels');
  }
});

it('counts all values of a text, in one list or in many', () => {
  const bounds = { depth: 200, entries: Infinity, values: 100 };
  expect(overBound(`[${'1,'.repeat(200)}1]`, bounds)).toBe('values');
  expect(overBound(`[${'[],'.repeat(100)}1]`, bounds)).toBe('values');
  expect(overBound(`["${','.repeat(200)}"]`, bounds)).toBeUndefined();
  expect(overBound(`[${'1,'.repeat(90)}1]`, bounds)).toBeUndefined();
});

it('takes an assessment apart no slower than it is long, however many members it has', () => {
  const splitter = createListSplitter('findings');
  const many = Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join(',');
  expect(() => splitter.push(`{${many}}`)).toThrow('it has more than 1000 members');
});
