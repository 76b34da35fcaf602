import { PlimsollError } from '../../core/errors.ts';
import type { SharedOptions } from '../options/options.ts';
import { text } from '../../index.ts';

/** Tells whether the time that was given is over, from now on. */
export function timeLimit({ timeout }: SharedOptions): () => boolean {
  const end = timeout === undefined ? Infinity : performance.now() + timeout * 1000;
  return () => performance.now() >= end;
}

/** Says that the time that was given did not do. */
export const timeError = (): PlimsollError =>
  new PlimsollError(
    'scan-aborted',
    text(
      'Time limit reached: what was not read or judged by then is unknown.',
      '已达时限：此前未读取或未评判的内容均为未知。',
    ),
    { hint: text('Allow more time: --timeout SECONDS', '请延长时限：--timeout SECONDS') },
  );
