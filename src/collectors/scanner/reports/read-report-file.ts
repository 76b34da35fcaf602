import { stat } from 'node:fs/promises';
import { fileError } from '../../../files/file-error.ts';
import { holdToSize, reportBytesAtMost } from './invalid-report.ts';
import { readRegular } from '../../../files/regular-file.ts';

/**
 * Reads the bytes of a report, unless there are too many.
 *
 * @throws PlimsollError `scan-report-invalid`, `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function readReportFile(path: string): Promise<Uint8Array> {
  try {
    holdToSize((await stat(path)).size, path);
    return await readRegular(path, reportBytesAtMost);
  } catch (error) {
    throw fileError(path, error);
  }
}
