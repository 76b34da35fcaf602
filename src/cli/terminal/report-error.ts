import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../index.ts';
import { show, showLines } from './print-text.ts';
import { paint } from './paint.ts';
import { inSpoken, spokenLanguage } from './spoken-language.ts';
import { usageInChinese } from './usage-words.ts';

const unexpected = text('plimsoll failed unexpectedly:', 'plimsoll 意外出错：');
const heading = text('error', '错误');

/** Says on stderr what went wrong and what to do next; a defect of our own is shown with its stack. */
export function reportError(error: unknown): void {
  const { red, dim } = paint(process.stderr);
  if (!(error instanceof PlimsollError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${red(inSpoken(unexpected))} ${showLines(stack)}\n`);
    return;
  }
  const said = sayLines(inSpoken(error.said));
  const hint = inSpoken(error.hinted);
  process.stderr.write(`${red(inSpoken(heading))} ${dim(`[${error.code}]`)} ${said}\n`);
  if (hint !== '') process.stderr.write(`${dim('  →')} ${sayLines(hint)}\n`);
}

/** Our own lines, in which a word of the command line, such as the name of a file, makes none of its own. */
const sayLines = (lines: string): string => showLines(holdWords(lines));

const holdWords = (lines: string): string =>
  process.argv
    .slice(2)
    .filter((word) => word.includes('\n'))
    .reduce((held, word) => held.replaceAll(word, show(word)), lines);

/** The same for an error of the parser of the command line, which quotes what was typed. */
export const sayUsage = (said: string): string =>
  `${sayLines(spokenLanguage() === 'zh' ? usageInChinese(said) : said.trimEnd())}\n`;
