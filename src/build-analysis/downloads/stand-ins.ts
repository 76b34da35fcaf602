import { isSystemFolder } from '../../knowledge/known-folders.ts';
import { isProgramFolder, isSystemProgram } from '../../knowledge/system-programs.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { filesWritten } from '../files/saved-files.ts';
import { operandsOf, type Following } from './following.ts';

/** Programs whose last word is a file or a link that they make. */
const makers = /^(?:cp|mv|ln|install|link|rename|dd|tee|rsync)$/;

/** Notes the names by which a command makes programs, or says what a name shall mean: any may be that of a program which verifies. */
export function noteStandIns(command: ShellCommand, { standIns }: Following): void {
  const words = withoutLaunchers(command.words);
  const name = basename(words[0] ?? '');
  const add = (path: string): void => {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0)).replace(/\/+$/, '');
    standIns.add(isProgramFolder(folder) || !path.startsWith('/') ? basename(path) : path);
  };
  for (const word of filesWritten(command)) add(word);
  if (command.inFunction !== undefined) standIns.add(command.inFunction);
  if (name === 'alias' || name === 'hash') {
    for (const word of operandsOf(words)) standIns.add(word.replace(/=.*$/s, ''));
  }
  if (!makers.test(name)) return;
  const operands = operandsOf(words);
  const to = operands.at(-1) ?? '';
  add(to);
  // What comes to a folder has its own name there.
  for (const each of operands.slice(0, -1)) add(`${to}/${basename(each)}`);
}

/** The program of a command that verifies which may be another one of its name; `undefined` where it is that. */
export function mayBeStandIn(
  command: ShellCommand,
  { files, paths, standIns }: Following,
): string | undefined {
  const all = [command, ...command.inner, ...command.input];
  for (const { words } of all) {
    const [program = ''] = withoutLaunchers(words);
    const name = basename(program);
    // One that no system brings has to come from somewhere.
    const isMade = standIns.has(name) || standIns.has(program);
    if (isMade && isSystemProgram(name)) return name;
  }
  // Programs are looked for first in folders to which downloads may have brought some.
  const listed = paths.spell('$PATH').split(':');
  const own = listed.filter((each) => each.startsWith('/') && !isSystemFolder(each));
  const isOpen = own.some((folder) => files.unverifiedBelow(folder) !== undefined);
  return isOpen ? basename(command.words[0] ?? '') : undefined;
}
