import { PlimsollError } from '../index.ts';
import { showLines } from './terminal/show.ts';
import { paint } from './terminal/paint.ts';

/** Says on stderr what went wrong and what to do next; a defect of our own is shown with its stack. */
export function reportError(error: unknown): void {
  const { red, dim } = paint(process.stderr);
  if (!(error instanceof PlimsollError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${red('plimsoll failed unexpectedly:')} ${showLines(stack)}\n`);
    return;
  }
  process.stderr.write(`${red('error')} ${dim(`[${error.code}]`)} ${showLines(error.message)}\n`);
  if (error.hint !== '') process.stderr.write(`${dim('  →')} ${showLines(error.hint)}\n`);
}
