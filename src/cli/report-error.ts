import { inert, PlimsollError } from '../index.ts';
import { paint } from './paint.ts';

/** Says on stderr what went wrong and what to do next; a defect of our own is shown with its stack. */
export function reportError(error: unknown): void {
  const { red, dim } = paint(process.stderr);
  if (!(error instanceof PlimsollError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${red('plimsoll failed unexpectedly:')} ${stack}\n`);
    return;
  }
  process.stderr.write(`${red('error')} ${dim(`[${error.code}]`)} ${inert(error.message)}\n`);
  if (error.hint !== '') process.stderr.write(`${dim('  →')} ${inert(error.hint)}\n`);
}
