import { readdir, stat } from 'node:fs/promises';
import { fileError } from '../../files/file-error.ts';
import { compressionOf } from '../../syntax/tar/decompress.ts';
import { blockBytes, hasChecksum } from '../../syntax/tar/tar-header.ts';
import { openRegular } from '../../files/regular-file.ts';

/**
 * Tells by its content whether a path is an archive of images: a tar, compressed or not, or the folder of
 * an OCI layout. What is not there is none.
 */
export async function isArchive(path: string): Promise<boolean> {
  try {
    const is = await stat(path);
    if (is.isDirectory()) {
      const names = new Set(await readdir(path));
      return names.has('index.json') && (names.has('oci-layout') || names.has('blobs'));
    }
    const file = await openRegular(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(blockBytes), 0, blockBytes, 0);
      const start = buffer.subarray(0, bytesRead);
      return compressionOf(start) !== 'none' || hasChecksum(start);
    } finally {
      await file.close();
    }
  } catch (error) {
    fileError(path, error);
    return false;
  }
}
