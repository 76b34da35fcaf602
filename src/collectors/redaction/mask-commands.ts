import { basename } from '../../syntax/shell/base-name.ts';
import { scriptOf, startedParts } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { isCode, namesIn } from '../../syntax/dockerfile/code-names.ts';
import { classOf } from './closed-value.ts';
import type { Redactor } from './create-redactor.ts';
import { hidesRepeats } from './hide-repeats.ts';
import { maskScript, maskWords } from './mask-words.ts';
import { secretsIn } from './mask-text.ts';

/**
 * The commands of a script as they may be kept: every word of them goes through here on its way into facts. What is
 * dropped is counted where the script itself is. Where nothing is masked it is the very same tree.
 *
 * @param script the script, whose secrets are taken out of words wherever they stand
 * @param onLost called where that takes away what controls judge: a program, a mode, a number, a path
 */
export function maskCommands(
  tree: readonly ShellCommand[],
  script: string,
  collection: Redactor,
  onLost?: () => void,
): readonly ShellCommand[] {
  const redactor = collection.apart();
  const { markOf } = redactor;
  // What a shell is given to run is a script of its own, without the quotes that it stands in.
  const scripts = new Set(tree.map(({ words }) => scriptOf(words) ?? ''));
  const secrets = [script, ...scripts].flatMap(secretsIn);
  const hide = hidesRepeats(secrets, markOf, () => true);
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
      words: startedParts(command.words).flatMap((part) => {
        const words = redactor.words(part).value;
        const hidden = words.map(hide);
        if (losesFacts(words, hidden)) onLost?.();
        return maskWords(hidden, markOf, isPart);
      }),
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

/** Programs whose words are a text and nothing that is judged. */
const prints = /^(?:echo|printf|yes|print)$/;

/** Whether a word that a program is judged by was taken for a secret because one says the same elsewhere. */
const losesFacts = (words: readonly string[], hidden: readonly string[]): boolean =>
  !prints.test(basename(words[0] ?? '')) &&
  words.some((word, at) => hidden[at] !== word && (at === 0 || classOf(word) !== 'other'));

const none: readonly string[] = [];

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);
