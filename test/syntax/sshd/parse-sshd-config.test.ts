import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  algorithmsOf,
  matches,
  parseSshdConfig,
  sshdSeconds,
} from '../../../src/syntax/sshd/parse-sshd-config.ts';

describe('a line of sshd_config', () => {
  test.each([
    ['PermitRootLogin no', ['permitrootlogin', 'no']],
    ['  permitRootLogin=no  # never', ['permitrootlogin', 'no']],
    ['PermitRootLogin = "no"', ['permitrootlogin', 'no']],
    ['AllowUsers ann "b o b" \'c d\'', ['allowusers', 'ann', 'b o b', 'c d']],
    ['Match User ann#x Host *', ['match', 'User', 'ann#x', 'Host', '*']],
    ['UsePAM', ['usepam']],
    ['Include /a/ro"ot".conf /my\\ root \'x\'y', ['include', '/a/root.conf', '/my root', 'xy']],
    ['Ciphers a,"b"', ['ciphers', 'a,b']],
    ['Banner "a \\"b\\""', ['banner', 'a "b"']],
  ])('%s', (line, expected) => {
    const { tree, problems } = parseSshdConfig(line);
    expect(tree.map(({ keyword, words }) => [keyword, ...words])).toEqual([expected]);
    expect(problems).toEqual([]);
  });

  it('has a number, whatever stands before it', () => {
    const { tree } = parseSshdConfig('# PermitRootLogin yes\n\n\tUsePAM yes\n');
    expect(tree).toEqual([{ keyword: 'usepam', words: ['yes'], line: 3 }]);
  });

  it('that was not understood is said', () => {
    expect(parseSshdConfig('UsePAM yes\nBanner "a').problems).toEqual([{ line: 2 }]);
    expect(parseSshdConfig('[PermitRootLogin] yes').problems).toEqual([{ line: 1 }]);
    for (const sign of ['\0', '\u000B', '\uFEFF', '\uFFFD']) {
      expect(parseSshdConfig(`UsePAM ${sign}yes`).problems).toEqual([{ line: 1 }]);
    }
  });

  it('never makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { tree, problems } = parseSshdConfig(text);
        expect(tree.length + problems.length).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });
});

test.each([
  ['90', 90],
  ['2m', 120],
  ['1h30M', 5400],
  ['0', 0],
  ['1w', 604_800],
  ['', undefined],
  ['2 m', undefined],
  ['-1', undefined],
])('the time %j', (text, expected) => {
  expect(sshdSeconds(text)).toBe(expected);
});

test.each([
  ['a,b', ['a', 'b']],
  ['+c,x', ['x', 'y-1', 'y-2', 'c']],
  ['-y-*', ['x']],
  ['^y-2', ['y-2', 'x', 'y-1']],
])('the algorithms %s', (text, expected) => {
  expect(algorithmsOf(text, ['x', 'y-1', 'y-2'])).toEqual(expected);
});

test.each([
  ['*.conf', 'a.conf', true],
  ['*.conf', 'a.conf.bak', false],
  ['?-*', '5-x', true],
  ['?-*', '50-x', false],
  ['**', '', true],
  ['a.c', 'abc', false],
])('the pattern %s and %s', (pattern, name, expected) => {
  expect(matches(pattern, name)).toBe(expected);
});

test('a pattern of many stars takes no time', () => {
  expect(matches('*a'.repeat(2000), 'a'.repeat(4000) + 'b')).toBe(false);
});
