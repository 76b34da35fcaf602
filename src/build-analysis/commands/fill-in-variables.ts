import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { onceWithValues, type ValueOf } from '../scripts/once-with-values.ts';
import { runsOf } from '../scripts/steps.ts';

/** What a variable may stand for: every word that it is given anywhere, since a script may give it one in a branch. */
interface Held {
  readonly words: ReadonlySet<string>;
  /** Whether something else may be in it as well. */
  readonly open: boolean;
}

/** A word that is one variable and nothing else, or all of an array. */
const variable = /^\$(?:\{(\w+)(?:\[[@*]\])?\}|(\w+))$/;

/** One with more behind it, as the name of a package may begin: `${PACKAGE}-dev`. */
const leading = /^\$(?:\{(\w+)\}|(\w+))(?!$)/;

const isVariable = (word: string): boolean => word.startsWith('$');

/** A word whose beginning is not known. */
const begins = /^\$/;

const declares = /^(?:export|local|declare|readonly|typeset)$/;

/** No person lists more in a variable, puts more in place of variables in one script, or writes a longer one. */
const manyWords = 200;
const manyFilled = 5000;
const longest = 10_000;

/**
 * The commands of a script, as they are without launchers, with the words of a variable in its place where it stands
 * alone: `deps='gcc make'; apt-get install $deps`; with its only word where more stands behind it: `${deps}-dev`.
 */
export const filledIn = (
  commands: readonly ShellCommand[],
  valueOf?: ValueOf,
): readonly (readonly string[])[] => fillIn(commands, valueOf ?? noValue, undefined);

const noValue: ValueOf = () => undefined;

const fillIn = onceWithValues((commands, valueOf): readonly (readonly string[])[] => {
  const values = new Map<string, Held>();
  let filled = 0;

  const fill = (word: string): readonly string[] => {
    const alone = variable.exec(word);
    const [whole = '', braced, bare] = alone ?? leading.exec(word) ?? [];
    const name = braced ?? bare;
    if (name === undefined) return [word];
    const held = values.get(name) ?? fromBuild(valueOf(name));
    filled += held?.words.size ?? 0;
    if (held === undefined || filled > manyFilled) return [word];
    if (alone === null) {
      const [only] = held.words;
      const isOne = only !== undefined && held.words.size === 1 && !held.open;
      return [isOne ? `${only}${word.slice(whole.length)}` : word];
    }
    return held.open ? [...held.words, word] : [...held.words];
  };
  const assign = (assignment: string): void => {
    const at = assignment.indexOf('=');
    const name = assignment.slice(0, at).replace(/\+$/, '');
    const before = values.get(name);
    const words = new Set(before?.words);
    let open = before?.open === true || assignment.length > longest;
    for (const word of open ? [] : wordsOf(assignment.slice(at + 1)).flatMap(fill)) {
      if (begins.test(word) || words.size >= manyWords) open = true;
      else words.add(word);
    }
    values.set(name, { words, open });
  };

  return commands.flatMap((command) => {
    for (const each of assignmentsOf(command)) assign(each);
    return runsOf(command).map((run) => (run.some(isVariable) ? run.flatMap(fill) : run));
  });
});

/** Everything that a command gives a variable for what comes behind it, in the form `NAME=value`. */
function assignmentsOf({ words, assignments }: ShellCommand): readonly string[] {
  const [first = '', name = '', ...rest] = words;
  if (words.length === 0) return assignments;
  if (declares.test(first)) return words.filter((each) => /^\w+=/.test(each));
  if (first === 'for' && rest[0] === 'in') return [`${name}=${rest.slice(1).join(' ')}`];
  return [];
}

const wordsOf = (value: string): readonly string[] =>
  value.split(/\s+/).filter((word) => word !== '');

/** What the build gives a variable, in which another one may still stand. */
function fromBuild(value: string | undefined): Held | undefined {
  if (value === undefined || value.length > longest) return undefined;
  const words = wordsOf(value);
  const certain = words.filter((word) => !begins.test(word));
  return { words: new Set(certain), open: certain.length < words.length };
}
