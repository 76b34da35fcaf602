import { oncePerList } from '../../syntax/once-per-list.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** Tells what a variable has that a script does not set; `undefined` where nobody knows. */
export type ValueOf = (name: string) => string | undefined;

/** What was made of a script, and what was asked of the variables of the build for it, with the answers. */
interface Known<Made, Place> {
  readonly place: Place;
  readonly asked: ReadonlyMap<string, string | undefined>;
  readonly made: Made;
}

/**
 * What is made of the commands of a script, a place and the variables of a build, once for all who ask with the same: several
 * controls ask it of one step. Of each script the last is kept.
 */
export function onceWithValues<Made, Place = undefined>(
  make: (commands: readonly ShellCommand[], valueOf: ValueOf, place: Place) => Made,
): (commands: readonly ShellCommand[], valueOf: ValueOf, place: Place) => Made {
  const knownOf = oncePerList<{ last?: Known<Made, Place> }, ShellCommand>(() => ({}));
  return (commands, valueOf, place) => {
    const known = knownOf(commands);
    const { last } = known;
    const isSame = ({ place: before, asked }: Known<Made, Place>): boolean =>
      before === place && [...asked].every(([name, value]) => valueOf(name) === value);
    if (last && isSame(last)) return last.made;
    const asked = new Map<string, string | undefined>();
    const ask: ValueOf = (name) => {
      const value = valueOf(name);
      asked.set(name, value);
      return value;
    };
    const made = make(commands, ask, place);
    known.last = { place, asked, made };
    return made;
  };
}
