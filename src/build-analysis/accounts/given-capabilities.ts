import { rootCapabilities } from '../../knowledge/root-capabilities.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import type { Script } from '../scripts/script.ts';
import { commandsOf } from '../scripts/steps.ts';

/** One clause of a capability set as setcap takes it: names, none standing for all, and what becomes of them. */
const clause = /^([a-z_,]*)((?:[-+=][eip]*)+)$/;

/** Whether a set permits a program what is as good as root. */
function permitsRoot(set: string): boolean {
  return set
    .toLowerCase()
    .split(/\s+/)
    .some((each) => {
      const [, names = '', actions = ''] = clause.exec(each) ?? [];
      if (!/[+=][ei]*p/.test(actions)) return false;
      return (
        names === '' ||
        names.split(',').some((name) => name === 'all' || rootCapabilities.has(name))
      );
    });
}

/** The options by which `setfattr` takes an attribute away, or of one that holds none. */
const onlyTakes = /^-x|^--remove|^user\./;

/**
 * Whether a script gives a program, by `setcap`, capabilities that make it as good as root; `undefined` where nobody knows
 * which it gives.
 */
export function givesRootCapabilities(script: Script): boolean | undefined {
  let open = false;
  for (const [program = '', ...words] of commandsOf(script)) {
    const name = basename(program);
    open ||=
      name === 'filecap' || (name === 'setfattr' && !words.some((word) => onlyTakes.test(word)));
    if (name !== 'setcap') continue;
    const options = words.filter((word) => /^-[a-z]+$/.test(word));
    if (options.some((option) => option.includes('v'))) continue;
    if (words.some(permitsRoot)) return true;
    // Sets and files take turns, unless nothing but files is named; a dash reads the set from somewhere else.
    const operands = words.filter((word) => !/^-[a-z]+$/.test(word));
    const removes = options.some((option) => option.includes('r'));
    open ||= !removes && operands.some((word, at) => at % 2 === 0 && /[$`]|^-$/.test(word));
  }
  return open ? undefined : false;
}
