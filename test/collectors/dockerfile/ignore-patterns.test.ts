import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readIgnorePatterns } from '../../../src/syntax/dockerfile/ignore-patterns.ts';

/** The same pattern as an expression, which takes far too long of many stars. */
const expressionOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(
      /\*\*\/|\*\*|\*|\?|\./g,
      (part) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[part] ?? `\\${part}`,
    )}$`,
  );

const pieces = fc.array(fc.constantFrom('a', 'b', '.', '/', '*', '**', '**/', '?', '*.a'), {
  minLength: 1,
  maxLength: 8,
});
const paths = fc
  .array(fc.stringMatching(/^[ab.]{1,4}$/), { minLength: 1, maxLength: 4 })
  .map((names) => names.join('/'));

it('a pattern leaves out what its expression matches, and what lies below', () => {
  fc.assert(
    fc.property(pieces, paths, (written, path) => {
      const pattern = written.join('').replace(/^(?:\.?\/)+|\/+$/g, '');
      fc.pre(pattern !== '' && pattern !== '.' && !/\*{3}/.test(pattern));
      const folders = path.split('/').map((_, at, all) => all.slice(0, at + 1).join('/'));
      const expected = folders.some((folder) => expressionOf(pattern).test(folder));
      expect(readIgnorePatterns(pattern)(path)).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
});

it('many stars take no longer than they are long', () => {
  // Of the processor: other tests run beside it.
  const began = process.cpuUsage();
  const out = readIgnorePatterns(`${'*a'.repeat(30)}*b\n${'**/'.repeat(60)}*a*a*b`);
  expect(out(`${'a'.repeat(250)}/${'a/'.repeat(200)}c`)).toBe(false);
  expect(out(`${'a'.repeat(250)}b`)).toBe(true);
  const { user, system } = process.cpuUsage(began);
  expect(user + system).toBeLessThan(3_000_000);
});

it('more patterns than anybody writes are refused', () => {
  expect(() => readIgnorePatterns('a\n'.repeat(1_001))).toThrow('more than 1000 patterns');
});

it.each([
  ['a name below a folder, on Windows', win32, 'secrets\\*.pem', 'secrets/a.pem', true],
  ['the same with a slash', win32, 'secrets/*.pem', 'secrets/a.pem', true],
  ['an exception on Windows', win32, '*\n!keep\\me', 'keep/me', false],
  ['a star that is a star elsewhere', posix, 'a\\*', 'a*', true],
  ['and fits nothing else', posix, 'a\\*', 'ab', false],
  ['a backslash that is one elsewhere', posix, 'a\\\\b', 'a\\b', true],
])('a backslash: %s', (_, rules, pattern, path, out) => {
  expect(readIgnorePatterns(pattern, rules)(path)).toBe(out);
});

it.each(['\n', '\r\n'])(
  'lines may end with %j, and a mark of the byte order begin the file',
  (end) => {
    const out = readIgnorePatterns(`\uFEFF*.pem${end}!public.pem${end}`);
    expect(['a.pem', 'public.pem', 'a.txt'].map(out)).toEqual([true, false, false]);
  },
);
