import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import type { ScriptPaths } from './script-paths.ts';

const declares = /^(?:export|local|declare|readonly|typeset)$/;

/** What a command changes of the folder that a script is in, and of its variables. */
export function changePlaceOnly({ words, assignments }: ShellCommand, paths: ScriptPaths): void {
  const [first = '', ...rest] = withoutLaunchers(words);
  const name = basename(first);
  const [operand] = rest.filter((word) => !word.startsWith('-'));
  if (name === 'cd' || name === 'pushd') paths.enter(operand ?? (rest[0] === '-' ? '-' : '~'));
  else if (name === 'popd') paths.enter('-');
  const set = words.length === 0 ? assignments : declares.test(name) ? rest : [];
  for (const each of set) if (/^\w+=/.test(each)) paths.assign(each);
}
