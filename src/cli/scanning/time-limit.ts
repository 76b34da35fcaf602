import { PlimsollError } from '../../index.ts';
import type { SharedOptions } from '../options/options.ts';

/** Tells whether the time that was given is over, from now on. */
export function timeLimit({ timeout }: SharedOptions): () => boolean {
  const end = timeout === undefined ? Infinity : performance.now() + timeout * 1000;
  return () => performance.now() >= end;
}

/** Says that the time that was given did not do. */
export const timeError = (): PlimsollError =>
  new PlimsollError(
    'scan-aborted',
    'Time limit reached: what was not read or judged by then is unknown.',
    { hint: 'Allow more time: --timeout SECONDS' },
  );
