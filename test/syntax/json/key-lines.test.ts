import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyLines } from '../../../src/syntax/json/key-lines.ts';

test('gives the line of each outermost key', () => {
  const text =
    '{\n  "icc": false,\n\n  "log-opts": {\n    "icc": "inner"\n  }, "hosts": ["a",\n"b"],\n"x":1}\n';
  expect([...keyLines(text, 'f')]).toEqual([
    ['icc', 2],
    ['log-opts', 4],
    ['hosts', 6],
    ['x', 8],
  ]);
});

test.each([
  ['a comma too many', '{\n"a": 1,\n}', 3],
  ['a comma too few', '{\n"a": 1\n"b": 2\n}', 3],
  ['a comment', '{\n// why\n"a": 1}', 2],
  ['single quotes', "{'a': 1}", 1],
  ['no end', '{\n"a": [1,\n2', 3],
  ['the wrong end', '{"a":\n[1}', 2],
  ['a second value', '{}\n{}', 2],
  ['a key without a value', '{"a"\n}', 2],
  ['a bare word', '{"a":\nyes}', 2],
  ['a leading zero', '{"a": 01}', 1],
  ['nothing', '', 1],
])('%s is found on its line', (_, text, line) => {
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  expect(() => keyLines(text, '/etc/docker/daemon.json')).toThrow(
    expect.objectContaining({
      code: 'invalid',
      message: `/etc/docker/daemon.json is not valid JSON: see line ${line}.`,
    }),
  );
});

test('accepts what JSON.parse accepts, and its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(4), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const known = new Set(Object.keys(JSON.parse(text) as object));
      expect(new Set(keyLines(text, 'f').keys())).toEqual(known);
    }),
  );
});

test('refuses what JSON.parse refuses', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    '0',
    'true',
    'nul',
    ' ',
    '\n',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const accepts = (parse: () => unknown): boolean => {
        try {
          parse();
          return true;
        } catch {
          return false;
        }
      };
      expect(accepts(() => keyLines(text, 'f'))).toBe(accepts(() => JSON.parse(text) as unknown));
    }),
    { numRuns: 3_000, examples: [[['"', '\\', '"']]] },
  );
});
