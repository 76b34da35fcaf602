import { basename } from '../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../syntax/shell/launchers.ts';
import { shells } from './known-programs.ts';
import { handsOver, networkCode } from './remote-shells.ts';

/** Whether a word names a shell. */
export const isShell = (word: string): boolean => shells.includes(basename(word));

/** Whether a text starts a shell: its first word is one, or one that starts it. */
const startsShell = (text: string): boolean =>
  isShell(withoutLaunchers(text.trim().split(/[\s,]+/))[0] ?? '');

/** Whether the words of a command, its program first, have it hand a shell to another host. */
export const handsShell = ([first = '', ...words]: readonly string[]): boolean =>
  handsOver(basename(first), words).some(startsShell) ||
  words.some((word) => networkCode.test(word));
