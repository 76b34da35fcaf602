import { PlimsollError } from '../../index.ts';
import { show, showLines } from './print-text.ts';
import { paint } from './paint.ts';

/** Says on stderr what went wrong and what to do next; a defect of our own is shown with its stack. */
export function reportError(error: unknown): void {
  const { red, dim } = paint(process.stderr);
  if (!(error instanceof PlimsollError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${red('plimsoll failed unexpectedly:')} ${showLines(stack)}\n`);
    return;
  }
  process.stderr.write(`${red('error')} ${dim(`[${error.code}]`)} ${sayLines(error.message)}\n`);
  if (error.hint !== '') process.stderr.write(`${dim('  →')} ${sayLines(error.hint)}\n`);
}

/** Our own lines, in which a word of the command line, such as the name of a file, makes none of its own. */
const sayLines = (text: string): string => showLines(holdWords(text));

const holdWords = (text: string): string =>
  process.argv
    .slice(2)
    .filter((word) => word.includes('\n'))
    .reduce((held, word) => held.replaceAll(word, show(word)), text);

/** The same for an error of the parser of the command line, which quotes what was typed. */
export const sayUsage = (text: string): string => `${sayLines(text.trimEnd())}\n`;
