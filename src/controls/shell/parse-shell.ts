import { dialectOf, parseShell as parse } from '../../syntax/shell/parse-shell.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** The simple commands of a script, in their order; `shell` is what reads it, bash where none is named. */
export function parseShell(script: string, shell = 'bash'): readonly ShellCommand[] {
  const dialect = dialectOf(shell);
  if (dialect === 'windows') return parse(script, { dialect }).tree;
  const known = remembered.get(script);
  if (known) return known;
  const { tree } = parse(script, { dialect: 'bash' });
  // plimsoll-ignore no-shared-state: it is remembered what was read, which is the same each time
  if (remembered.size >= rememberedAtMost) remembered.clear();
  // plimsoll-ignore no-shared-state: it is remembered what was read, which is the same each time
  remembered.set(script, tree);
  return tree;
}

/** Many controls read the same script one after the other. */
const remembered = new Map<string, readonly ShellCommand[]>();
const rememberedAtMost = 256;
