import { PlimsollError } from '../../../core/errors.ts';
import type { Wording } from '../../../core/text.ts';
import { adapters } from '../adapters/registry.ts';

/** What is read, for a message about something else. */
const formats = `Reports are read as JSON of: ${adapters.map(({ title }) => title).join(', ')}; plain or as the predicate of an in-toto statement.`;

/** The error for a report that is not read; `what` is one sentence. */
export const invalid = (what: Wording, cause?: unknown, hint: Wording = formats): PlimsollError =>
  new PlimsollError('scan-report-invalid', what, {
    hint,
    ...(cause === undefined ? {} : { cause }),
  });

/** 128 MiB: a report of a large image has a few. */
export const reportBytesAtMost = 128 << 20;

/**
 * Refuses a report that is too large to be read.
 *
 * @throws PlimsollError `scan-report-invalid`
 */
export function holdToSize(bytes: number, path: string): void {
  if (bytes <= reportBytesAtMost) return;
  throw invalid(
    `${path} has ${bytes} bytes; of a report at most ${reportBytesAtMost} are read.`,
    undefined,
    'Let the scanner report on one image, and only what it found.',
  );
}

/** Whether it is an object of JSON. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
