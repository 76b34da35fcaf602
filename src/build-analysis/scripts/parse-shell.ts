import {
  dialectOf,
  parseShell as parse,
  type ShellScript,
} from '../../syntax/shell/parse-shell.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** A script as it is read now, as nothing else was collected of it; `shell` is what reads it, bash where none is named. */
export function readScript(script: string, shell = 'bash'): ShellScript {
  const key = `${shell} ${script}`;
  const known = remembered.get(key) ?? rememberedLong.get(key);
  if (known) return known;
  const read = parse(script, { dialect: dialectIn(script, shell) });
  const memory = key.length > longestOfMany ? rememberedLong : remembered;
  if (memory.size >= (memory === remembered ? many : few)) memory.clear();
  memory.set(key, read);
  return read;
}

/** A command that no shell reads is named by its program. */
function dialectIn(script: string, shell: string): ReturnType<typeof dialectOf> {
  const dialect = dialectOf(shell);
  const [program = ''] = /^\S+/.exec(script) ?? [];
  return dialect === 'other' && program.toLowerCase().endsWith(shell) ? 'sh' : dialect;
}

/** The simple commands of a script, in their order, whatever of it is not understood; {@link readScript} has that. */
export function parseShell(script: string, shell?: string): readonly ShellCommand[] {
  // Commands of another shell are much the same.
  return readScript(script, dialectOf(shell ?? 'bash') === 'windows' ? shell : 'bash').tree;
}

/** Several controls read the same scripts, each those of all subjects before the next one does. */
const remembered = new Map<string, ShellScript>();
const many = 2048;
const longestOfMany = 4096;
/** Of longer ones a few: they take more memory. */
const rememberedLong = new Map<string, ShellScript>();
const few = 16;
