import { expect, it } from 'vitest';
import { textsOfSed } from '../../../src/build-analysis/commands/sed-texts.ts';

it.each([
  ['s/a/b/', ['b']],
  ['s/a/b/g;s,c,d,', ['b', 'd']],
  [String.raw`s/a\/b/c\/d/`, ['c/d']],
  [String.raw`\%x/y%s|a|b|`, ['b']],
  ['1,$!s/a/b/', ['b']],
  ['/x/I{s/a/b/;p;s/c/d/}', ['b', 'd']],
  ['/a=0/d', []],
  ['/x/p;s/a/b/', ['b']],
  ['/x/a b', ['b']],
  ['$a\\\nb', ['b']],
  ['1i\\  b\ns/c/d/', ['b', 'd']],
  ['-ne', []],
  ['y/ab/cd/;s/a/b/', ['b']],
  ['-es/a/b/', ['b']],
  ['s/a', ['']],
  ['', []],
] as const)('%s', (script, texts) => {
  expect(textsOfSed([script])).toEqual(texts);
});
