import { exitCodes } from './options/exit-codes.ts';
import { reportError } from './terminal/report-error.ts';

/** What went wrong where nobody waits for it. */
export interface Strays {
  readonly any: () => boolean;
  /** Ends the watch; what is left of the process is its own. */
  readonly ended: () => void;
}

/**
 * Watches for what code of a configuration leaves behind: a promise that is rejected, an error in a timer, the end of the
 * process. None of them ends the run, so that its reports are whole; the first is said, and the exit code is that of
 * trouble.
 */
export function watchStrays(): Strays {
  let strayed = false;
  let ended = false;
  const stray = (why: unknown): void => {
    if (!strayed) reportError(why);
    strayed = true;
    // It may come when everything else is done.
    process.exitCode = exitCodes.trouble;
  };
  const beforeExit = (): void => {
    if (!ended) stray(new Error('it came to its end while something was still waited for'));
  };
  const exit = process.exit.bind(process);
  process.exit = () => {
    throw new Error('process.exit was called');
  };
  process.on('unhandledRejection', stray);
  process.on('uncaughtException', stray);
  process.on('beforeExit', beforeExit);
  return {
    any: () => strayed,
    ended() {
      ended = true;
      process.exit = exit;
      process.off('unhandledRejection', stray);
      process.off('uncaughtException', stray);
      process.off('beforeExit', beforeExit);
    },
  };
}
