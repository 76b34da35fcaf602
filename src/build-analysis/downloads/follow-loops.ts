import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import type { ScriptPaths } from '../commands/script-paths.ts';
import { listedBy } from '../files/found-files.ts';
import { operandsOf } from './following.ts';

/** Follows what the variable of a loop stands for: the files that a pattern, `ls` or `find` finds. */
export function followLoop({ words, inner, input }: ShellCommand, paths: ScriptPaths): void {
  const [keyword, name = '', into, ...list] = words;
  if (keyword === 'read') {
    const [pattern] = listedBy(input.at(-1)?.words ?? [], { deep: true });
    const variable = operandsOf(words).at(-1);
    if (pattern !== undefined && variable !== undefined) paths.assignPattern(variable, pattern);
    return;
  }
  if (keyword !== 'for' || into !== 'in') return;
  const [word = ''] = list;
  const [pattern] = word.startsWith('$(')
    ? listedBy(inner.at(-1)?.words ?? [], { deep: true })
    : [word];
  if (pattern !== undefined && /[*?[]/.test(pattern)) paths.assignPattern(name, pattern);
}
