import { basename } from '../../syntax/shell/base-name.ts';
import type { ShellScript } from '../../syntax/shell/parse-shell.ts';
import { readScript } from './parse-shell.ts';

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** The entrypoints of many images set something up and then start what their words name. */
export const isEntrypoint = (program: string): boolean =>
  /\.sh$|entrypoint/.test(basename(program));

/** A command, which no shell reads, with the scripts that its words hand to one. */
export function commandScript(words: readonly string[]): ShellScript {
  let at = 0;
  while (isEntrypoint(words[at] ?? '')) {
    at += 1;
    while (words[at]?.startsWith('-') === true) at += 1;
  }
  return readScript(words.slice(at).map(quoted).join(' '), 'sh');
}
