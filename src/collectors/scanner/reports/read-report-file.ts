import { readFile, stat } from 'node:fs/promises';
import { fileError } from '../../../files/file-error.ts';
import { holdToSize } from './invalid-report.ts';

/**
 * Reads the bytes of a report, unless there are too many.
 *
 * @throws PlimsollError `scan-report-invalid`, `file-not-found`, `file-denied`, `file-unreadable`
 */
export async function readReportFile(path: string): Promise<Uint8Array> {
  try {
    holdToSize((await stat(path)).size, path);
    return await readFile(path);
  } catch (error) {
    throw fileError(path, error);
  }
}
