import { expect, it } from 'vitest';
import { pacmanCommands } from '../../../src/build-analysis/packages/pacman-commands.ts';

it.each([
  ['-Sy', [['update']]],
  ['--sync --refresh', [['update']]],
  ['-Syyu --noconfirm', [['update'], ['upgrade']]],
  ['-S -u', [['upgrade']]],
  ['-Sy --ignore linux curl git', [['update'], ['install', 'curl', 'git']]],
  ['-Ss curl', []],
  ['-Scc', []],
  ['--sync --search curl', []],
  ['-Rns curl', []],
] as const)('tells what pacman %s does', (words, commands) => {
  expect(pacmanCommands(words.split(' '))).toEqual(commands);
});
