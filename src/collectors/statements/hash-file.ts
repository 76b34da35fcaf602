import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { PlimsollError } from '../../core/errors.ts';
import { fileError } from '../../files/file-error.ts';
import { text } from '../../core/text.ts';

/**
 * SHA-256 of a regular file's bytes, 64 hexadecimal digits. Links are followed: the author of a statement
 * may point wherever they like. Anything but a regular file is refused.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export async function hashFile(path: string): Promise<string> {
  try {
    // Without waiting for the other end, should it be a FIFO.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    try {
      if (!(await file.stat()).isFile()) {
        throw new PlimsollError(
          'file-unreadable',
          text(`${path} is not a regular file.`, `${path} 不是普通文件。`),
        );
      }
      const hash = createHash('sha256');
      const chunk = Buffer.alloc(1 << 16);
      for (;;) {
        const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
        if (bytesRead === 0) return hash.digest('hex');
        hash.update(chunk.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(path, error);
  }
}
