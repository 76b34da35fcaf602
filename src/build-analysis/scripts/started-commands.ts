import { basename } from '../../syntax/shell/base-name.ts';
import { commandScript } from './command-script.ts';
import { parseShell } from './parse-shell.ts';

const shells = /^(?:ba|da|z|k|a)?sh$/;

/** The commands among the words that something is started with: those of the script of a shell, or the one that they are. */
export function startedCommands(words: readonly string[]): readonly (readonly string[])[] {
  const nested = commandScript(words).tree.slice(1);
  if (nested.length > 0) return nested.map((command) => command.words);
  const shell = words.findIndex((word) => shells.test(basename(word)));
  const option = words.findIndex((word, at) => at > shell && !word.startsWith('-'));
  const script = shell >= 0 && /^-\w*c$/.test(words[option - 1] ?? '') ? words[option] : undefined;
  return script === undefined ? [words] : parseShell(script).map((command) => command.words);
}
