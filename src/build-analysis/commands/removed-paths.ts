import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** What makes `find` remove what it finds. */
const deletes = /^-delete$|(?:^|[\s/])(?:rm|unlink)(?:\s|$)/;

/** A path that does not depend on the folder that a script is in. */
const rooted = /^[/~$]/;

/**
 * The paths that `rm` or `find` removes.
 *
 * @param words the command, without what only starts it
 * @param folder where the script is; empty where that is not known
 */
export function removedPaths(
  words: readonly string[],
  { input }: ShellCommand,
  folder: string,
): readonly string[] {
  const program = basename(words[0] ?? '');
  if (program === 'rm') {
    // `find` may hand them over. A person names few places to look in.
    const listed = withoutLaunchers(input.at(-1)?.words ?? []).slice(0, 10);
    const found = basename(listed[0] ?? '') === 'find' ? startsOf(listed) : [];
    return within(folder, [...words.slice(1).filter((word) => !word.startsWith('-')), ...found]);
  }
  const removes = program === 'find' && words.some((word) => deletes.test(word));
  return removes ? within(folder, startsOf(words)) : [];
}

/** Where `find` looks. */
function startsOf(words: readonly string[]): readonly string[] {
  const operands = words.slice(1).filter((word) => !/^-[HLP]$/.test(word));
  const end = operands.findIndex((word) => /^[-(!]/.test(word));
  return end < 0 ? operands : operands.slice(0, end);
}

const within = (folder: string, paths: readonly string[]): readonly string[] =>
  folder === '' ? paths : paths.map((path) => (rooted.test(path) ? path : `${folder}/${path}`));

/** The folder that `cd` goes to; empty where that depends on where it was. */
export function folderOf(words: readonly string[]): string {
  const target = words.slice(1).find((word) => word === '-' || !word.startsWith('-')) ?? '~';
  return rooted.test(target) ? target.replace(/\/$/, '') : '';
}
