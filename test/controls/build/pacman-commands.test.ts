import { expect, it } from 'vitest';
import { pacmanCommands } from '../../../src/controls/build/pacman-commands.ts';
import { installedBy } from '../../../src/controls/build/package-commands.ts';

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

it.each([
  ['pacman -S --noconfirm sudo', ['sudo']],
  ['dnf install -y --exclude sudo curl', []],
] as const)('tells what %j installs', (script, names) => {
  expect(installedBy(script, ['sudo'])).toEqual(names);
});
