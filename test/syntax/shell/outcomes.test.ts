import { expect, it } from 'vitest';
import {
  linkCommands,
  listCommands,
  unknownOutcome,
} from '../../../src/syntax/shell/command-list.ts';
import { parseShell } from '../../../src/syntax/shell/parse-shell.ts';

const read = (text: string, options: readonly string[] = []) =>
  parseShell(text, { dialect: 'bash', options }).tree;

/** What runs where the command `k` fails, and whether the step goes on behind the script. */
const runsBehind = (text: string, options?: readonly string[]): readonly string[] => {
  const tree = read(text, options);
  const at = tree.findIndex(({ words }) => words[0] === 'k');
  const { ifFails = [] } = tree[at] ?? {};
  const isStopped = (place: number): boolean =>
    ifFails.some((from, nth) => nth % 2 === 0 && from <= place && place < (ifFails[nth + 1] ?? 0));
  const behind = [...tree.map(({ words }) => words.join(' ')), 'next'];
  return behind.filter((_, place) => place > at && !isStopped(place));
};

it.each([
  ['k && a', []],
  ['k && a; b', ['b', 'next']],
  ['k || a', ['a', 'next']],
  ['k || exit 1; b', ['exit 1']],
  ['k || exit; b', ['exit']],
  ['k || { a; exit 0; }; b', ['a', 'exit 0', 'next']],
  ['if k; then a; else b; fi; c', ['b', 'c', 'next']],
  ['if ! k; then exit 1; fi; c', ['exit 1']],
  ['set -e; k; a', []],
  ['set -e; if k; then a; fi; b', ['b', 'next']],
  ['set -e; (k; a); b', []],
  ['k | a; b', ['a', 'b', 'next']],
  ['k & a', ['a', 'next']],
  ['a; k', []],
  ['set -e; f() { k; a; }; f', ['f']],
  ['set -e; f() { k; a; }; f && b', ['a', 'f', 'b', 'next']],
  ['set -e; f() { k; a; }; g() { f; }; g || b', ['a', 'f', 'g', 'b', 'next']],
  ['set -e; f() { k || exit 1; a; }; f && b', ['exit 1']],
] as const)('knows what runs where a command fails: %s', (text, expected) => {
  expect(runsBehind(text)).toEqual(expected);
});

it('reads the options of the shell', () => {
  expect(runsBehind('k; a', ['-ec'])).toEqual([]);
  expect(runsBehind('k | a; b', ['-eo', 'pipefail', '-c'])).toEqual(['a']);
  expect(runsBehind('k | a; b', ['-e'])).toEqual(['a', 'b', 'next']);
  // The usual SHELL where nvm is installed.
  expect(runsBehind('k | a; b', ['--login', '-eo', 'pipefail', '-c'])).toEqual(['a']);
  expect(runsBehind('k | a; b', ['--rcfile', '/r', '-eo', 'pipefail', '-c'])).toEqual(['a']);
  expect(runsBehind('set -- --x -e; k; a', ['-c'])).toEqual(['a', 'next']);
});

it('keeps it in a list, and says of an older list that it is not known', () => {
  const tree = read('f() { k || exit 1; }; if [ a != b ]; then f; fi; c');
  expect(linkCommands(listCommands(tree)).map(({ ifFails }) => ifFails)).toEqual(
    tree.map(({ ifFails }) => ifFails),
  );
  const [old] = linkCommands([{ words: ['k'], line: 1 }]);
  expect(old?.ifFails).toBe(unknownOutcome);
});
