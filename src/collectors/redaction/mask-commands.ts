import { startedParts } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { isCode, namesIn } from '../../syntax/dockerfile/code-names.ts';
import type { Redactor } from './create-redactor.ts';
import { hidesRepeats } from './hide-repeats.ts';
import { maskScript, maskWords } from './mask-words.ts';
import { secretsIn } from './mask-text.ts';

/**
 * The commands of a script as they may be kept: every word of them goes through here on its way into facts. What is
 * dropped is counted where the script itself is. Where nothing is masked it is the very same tree.
 *
 * @param script the script, whose secrets are taken out of words wherever they stand
 */
export function maskCommands(
  tree: readonly ShellCommand[],
  script: string,
  collection: Redactor,
): readonly ShellCommand[] {
  const redactor = collection.apart();
  const { markOf } = redactor;
  const hide = hidesRepeats(secretsIn(script), markOf, () => true);
  // What a script starts or installs is no value that it gives to a variable.
  const code = new Set(script.includes('$') ? namesIn(script) : []);
  const isPart = (name: string, value: string): boolean => code.has(name) && isCode(value);
  const hideAll = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((each) => redactor.words([each]).value.map(hide));
  const masked = new Map<ShellCommand, ShellCommand>();
  const lists = new Map<readonly ShellCommand[], readonly ShellCommand[]>();
  // One list, which many commands read, stays one.
  const maskedOf = (commands: readonly ShellCommand[]): readonly ShellCommand[] => {
    let list = lists.get(commands);
    if (list === undefined) {
      list = commands.map((each) => masked.get(each) ?? each);
      lists.set(commands, list);
    }
    return list;
  };
  let same = true;
  for (const command of tree) {
    const kept = {
      // A program that another one starts is no value of an option of that.
      words: startedParts(command.words).flatMap((part) =>
        maskWords(redactor.words(part).value.map(hide), markOf, isPart),
      ),
      assignments: hideAll(command.assignments).flatMap((each) =>
        maskWords([each], markOf, isPart),
      ),
      writesTo: hideAll(command.writesTo),
      readsFrom: hideAll(command.readsFrom ?? none),
      bodies: hideAll(command.bodies).map((body) => maskScript(body, markOf, isPart)),
    };
    same &&=
      isSame(kept.words, command.words) &&
      isSame(kept.assignments, command.assignments) &&
      isSame(kept.writesTo, command.writesTo) &&
      isSame(kept.readsFrom, command.readsFrom ?? none) &&
      isSame(kept.bodies, command.bodies);
    masked.set(command, { ...command, ...kept });
  }
  if (same) return tree;
  return tree.map((command) => {
    const own = masked.get(command) ?? command;
    const insteadOf = own.insteadOf && masked.get(own.insteadOf);
    return Object.assign(own, {
      input: maskedOf(own.input),
      inner: maskedOf(own.inner),
      insteadOf,
    });
  });
}

const none: readonly string[] = [];

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);
