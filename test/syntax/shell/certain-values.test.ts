import { expect, it } from 'vitest';
import { parseShell } from '../../../src/syntax/shell/parse-shell.ts';

const wordsOf = (script: string, given: Readonly<Record<string, string>> = {}) =>
  parseShell(script, { dialect: 'sh', known: (name) => given[name] })
    .tree.map(({ words }) => words.join(' '))
    .filter((each) => each.startsWith('ch'));

it.each([
  ['M=777; chmod $M f', 'chmod 777 f'],
  ['M=777 && chmod "${M}" f', 'chmod 777 f'],
  ['export M=4755; chmod $M f', 'chmod 4755 f'],
  ['U=root; chown $U:0 f', 'chown root:0 f'],
  ['M=644; M=777; chmod $M f', 'chmod 777 f'],
  ['chmod $ENV f', 'chmod 777 f'],
])('an argument has the value that its variable certainly holds: %s', (script, expected) => {
  expect(wordsOf(script, { ENV: '777' })).toEqual([expected]);
});

it.each([
  'M=777; (M=644); chmod $M f',
  'M=777; test -e x && M=644; chmod $M f',
  'M=777; test -e x || M=644; chmod $M f',
  'M=777; if test -e x; then M=644; fi; chmod $M f',
  'M=777; echo x | M=644; chmod $M f',
  'M=777; M=644 & chmod $M f',
  'M=777; echo "$(M=644)"; chmod $M f',
  'M=644; . ./env; chmod $M f',
  'M=644; eval "$X"; chmod $M f',
  'M=644; read M; chmod $M f',
  'M=644; while true; do chmod $M f; M=777; done',
  'M=644; f() { chmod $M f; }; M=777; f',
  'M=$(cat mode); chmod $M f',
])(
  'an argument stays as it is written where its variable may hold something else: %s',
  (script) => {
    expect(wordsOf(script)).toEqual(['chmod $M f']);
  },
);
