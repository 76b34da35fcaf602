import { basename } from '../../syntax/shell/base-name.ts';
import { scriptOf, withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { parseShell } from '../scripts/parse-shell.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** Whether a command may end with a failure, or have the shell do so. */
function mayFail(words: readonly string[]): boolean {
  const [first = '', operand] = withoutLaunchers(words);
  const program = basename(first);
  return (
    !/^(?:true|:|echo|printf|sleep)?$/.test(program) && !(program === 'exit' && operand === '0')
  );
}

/** What turns an answer round, and arithmetic: either may fail with what never fails. */
const turns = /(?:^|[\s;&|({])!(?=\s)|\(\(/;

/** Whether a script that a command fails in has failed by that. */
const failsWith = ({ ifFails }: ShellCommand, end: number): boolean =>
  ifFails.some((from, at) => at % 2 === 0 && from <= end && end < (ifFails[at + 1] ?? 0));

/** What stands where somebody wants a health check that asks nothing, and says so. */
const asksNothing = /^(?:\/bin\/)?true$/;

/**
 * Whether a health check succeeds whatever it finds, as `curl … || true` does.
 *
 * @param test as the engine has it: `CMD` and words, or `CMD-SHELL` and a script
 */
export function isAlwaysHealthy(test: readonly string[]): boolean {
  const [kind, ...words] = test;
  const script = kind === 'CMD-SHELL' ? words[0] : scriptOf(words);
  if (asksNothing.test((script ?? words.join(' ')).trim())) return false;
  if (script === undefined) return kind === 'CMD' && words.length > 0 && !mayFail(words);
  if (turns.test(script)) return false;
  const commands = parseShell(script);
  return (
    commands.length > 0 &&
    !commands.some(
      (command) =>
        mayFail(command.words) &&
        (basename(withoutLaunchers(command.words)[0] ?? '') === 'exit' ||
          failsWith(command, commands.length)),
    )
  );
}
