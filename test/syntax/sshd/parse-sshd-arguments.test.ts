import { expect, test } from 'vitest';
import { parseSshdArguments } from '../../../src/syntax/sshd/parse-sshd-arguments.ts';

const argv = (...words: readonly string[]): string => `${words.join('\0')}\0`;

test.each([
  ['no options', argv('/usr/sbin/sshd', '-D'), { lines: [] }],
  ['options beside each other', argv('sshd', '-De', '-p2222', '-E', '/log'), { lines: [] }],
  [
    'settings',
    argv('sshd', '-o', 'PermitRootLogin yes', '-oMaxAuthTries=9', '-g', '30'),
    {
      lines: ['PermitRootLogin yes', 'MaxAuthTries=9', 'LoginGraceTime 30'],
    },
  ],
  ['another file', argv('sshd', '-f', '/srv/sshd'), { file: '/srv/sshd', lines: [] }],
  [
    'a title',
    'sshd: /usr/sbin/sshd -D -o PermitRootLogin=yes [listener] 0 of 10-100 startups\0\0',
    {
      lines: ['PermitRootLogin=yes'],
    },
  ],
  [
    'a title whose words nobody can part',
    'sshd: sshd -o PermitRootLogin yes [listener] 0 of 10-100 startups',
    null,
  ],
  [
    'a title with a value that was quoted',
    'sshd: sshd -o Banner="a b" [listener] 0 of 10-100 startups',
    null,
  ],
  ['an option that is not known', argv('sshd', '-Z'), null],
  ['a word that is none', argv('sshd', 'x'), null],
  ['a value that is missing', argv('sshd', '-o'), null],
  ['a login', 'sshd: ann [priv]\0', undefined],
  ['one of a single connection', argv('sshd', '-i'), undefined],
])('of sshd with %s', (_, text, expected) => {
  expect(parseSshdArguments(text)).toEqual(expected);
});
