import { createHash } from 'node:crypto';
import { fileError } from '../../files/file-error.ts';
import { openRegular } from '../../files/regular-file.ts';

/**
 * SHA-256 of a regular file's bytes, 64 hexadecimal digits. Links are followed: the author of a statement
 * may point wherever they like. Anything but a regular file is refused.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`
 */
export async function hashFile(path: string): Promise<string> {
  const file = await openRegular(path);
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(1 << 16);
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, bytesRead));
    }
  } catch (error) {
    throw fileError(path, error);
  } finally {
    await file.close();
  }
}
