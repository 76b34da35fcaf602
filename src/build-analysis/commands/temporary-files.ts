import { basename } from '../../syntax/shell/base-name.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { runsOf } from '../scripts/steps.ts';

/** A variable and nothing else, or the folder that it names. */
const variable = /^\$(?:\{(\w+)\}|(\w+))(?:\/\.?)?$/;

/** What may leave a file, and the mode that it has, in another place. */
const keepers: ReadonlySet<string> = new Set(['cp', 'ln', 'mv', 'rsync', 'tar']);

const makes = ({ inner }: ShellCommand): boolean =>
  inner.some(({ words }) => basename(words[0] ?? '') === 'mktemp');

/**
 * The files and folders that a script makes with `mktemp` and removes again, as its commands name them: `$dir` and
 * `${dir}`. No layer of the image has them.
 */
export function temporaryIn(script: Script): ReadonlySet<string> {
  const made = new Set<string>();
  const removed = new Set<string>();
  for (const command of commandsIn(script)) {
    for (const each of [...command.assignments, ...command.words]) {
      const [, name = '', value] = /^(\w+)=(.*)$/s.exec(each) ?? [];
      // What it names from here on is another.
      made.delete(name);
      removed.delete(name);
      if (value === '$()' && makes(command)) made.add(name);
    }
    for (const [program = '', ...words] of runsOf(command)) {
      const removes = basename(program) === 'rm';
      if (!removes && !keepers.has(basename(program))) continue;
      for (const word of words) {
        const [, braced, bare = ''] = variable.exec(word) ?? [];
        const name = braced ?? bare;
        if (!removes) made.delete(name);
        else if (made.has(name)) removed.add(name);
      }
    }
  }
  return new Set([...removed].flatMap((name) => [`$${name}`, `\${${name}}`]));
}
