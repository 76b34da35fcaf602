import type { ShellScript } from '../../syntax/shell/parse-shell.ts';
import { behindEntrypoints, quotedWords } from '../../syntax/shell/started-words.ts';
import { readScript } from './parse-shell.ts';

/** A command, which no shell reads, with the scripts that its words hand to one. */
export const commandScript = (words: readonly string[]): ShellScript =>
  readScript(quotedWords(behindEntrypoints(words)), 'sh');
