import { operandsOf } from '../../knowledge/commands/manager-options.ts';

/** What only shows or clears something: -i, -l, -s, -g, -p and -c, also among other letters, and their long names. */
const installsNothing = (word: string): boolean =>
  /^--(?:info|list|search|groups|print|clean)$/.test(word) ||
  (/^-[A-Za-z]/.test(word) && /[ilsgpc]/.test(word));

/** What one command of pacman does, as commands of the other managers: `-Syu curl` is update, upgrade and install curl. */
export function pacmanCommands(words: readonly string[]): readonly (readonly string[])[] {
  const has = (letter: string, name: string): boolean =>
    words.some((word) => word === name || (/^-[A-Za-z]+$/.test(word) && word.includes(letter)));
  if (!has('S', '--sync') || words.some(installsNothing)) return [];
  const names = operandsOf('pacman', words);
  return [
    ...(has('y', '--refresh') ? [['update']] : []),
    ...(has('u', '--sysupgrade') ? [['upgrade']] : []),
    ...(names.length > 0 ? [['install', ...names]] : []),
  ];
}
