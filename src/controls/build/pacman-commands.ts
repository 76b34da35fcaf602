import { operandsOf } from './manager-options.ts';

/** What only shows or clears something: --info, --list, --search, --groups, --print and --clean. */
const installsNothing =
  /^(?:-[A-Za-z]*[ilsgpc][A-Za-z]*|--(?:info|list|search|groups|print|clean))$/;

/** What one command of pacman does, as commands of the other managers: `-Syu curl` is update, upgrade and install curl. */
export function pacmanCommands(words: readonly string[]): readonly (readonly string[])[] {
  const has = (letter: string, name: string): boolean =>
    words.some((word) => word === name || (/^-[A-Za-z]+$/.test(word) && word.includes(letter)));
  if (!has('S', '--sync') || words.some((word) => installsNothing.test(word))) return [];
  const names = operandsOf('pacman', words);
  return [
    ...(has('y', '--refresh') ? [['update']] : []),
    ...(has('u', '--sysupgrade') ? [['upgrade']] : []),
    ...(names.length > 0 ? [['install', ...names]] : []),
  ];
}
