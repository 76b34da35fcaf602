import { fileError } from '../../../files/file-error.ts';
import { firstIn } from './split-documents.ts';
import { reportBytesAtMost } from './invalid-report.ts';
import { isKnown } from './read-report.ts';
import { openRegular } from '../../../files/regular-file.ts';

/** So much of a file tells whether it is JSON, and whether one of our own. */
const headBytes = 4096;

/**
 * Whether a file is a report of a scanner, a bill of materials or a VEX document, by its content. What
 * cannot be read is none.
 */
export async function isReport(path: string): Promise<boolean> {
  try {
    const file = await openRegular(path);
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      const head = buffer.toString('utf8', 0, bytesRead);
      if (!/^\s*[{[]/.test(head) || /"kind"\s*:\s*"plimsoll\//.test(head)) return false;
      // Nothing else that is so large is read: that it is too large is said where it is read.
      if (size > reportBytesAtMost) return true;
      const { buffer: all } = await file.read(Buffer.alloc(size), 0, size, 0);
      return isKnown(firstIn(new TextDecoder().decode(all)));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof RangeError) return false;
    fileError(path, error);
    return false;
  }
}
