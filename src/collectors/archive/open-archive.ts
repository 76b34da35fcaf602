import { readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { PlimsollError } from '../../core/errors.ts';
import { absent, fileError } from '../../files/file-error.ts';
import {
  emptyContent,
  readArchive,
  readPart,
  type ArchiveContent,
  type Readers,
} from './read-archive.ts';
import { tooMuch } from '../../syntax/tar/tar-problem.ts';
import { text } from '../../core/text.ts';
import { openRegular } from '../../files/regular-file.ts';

/** Called with how many bytes were read so far, of how many; of a folder, 0 for the latter. */
export type OnBytes = (done: number, total: number) => void;

const chunkBytes = 1 << 20;

/**
 * Reads an archive from a file or a folder.
 *
 * @throws SyntaxProblem of what is in it
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`, `scan-aborted`
 */
export async function openArchive(
  path: string,
  readers: Readers,
  signal: AbortSignal | undefined,
  onBytes: OnBytes,
): Promise<ArchiveContent> {
  let done = 0;
  let total = 0;
  const count = (length: number): void => onBytes((done += length), total);
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) {
      total = stats.size;
      return await withChunks(path, signal, count, (chunks) =>
        readArchive(chunks, readers.drop, readers.malware),
      );
    }
    const content = emptyContent();
    const blobs = await namesIn(join(path, 'blobs/sha256'));
    const names = ['index.json', 'manifest.json', ...blobs.map((name) => `blobs/sha256/${name}`)];
    for (const name of names) {
      if ((content.entries -= 1) < 0) throw tooMuch('it has too many parts');
      const place = join(path, name);
      const size = await sizeOf(place);
      if (size !== null) {
        await withChunks(place, signal, count, (chunks) =>
          readPart(content, name, size, chunks, readers),
        );
      }
    }
    return content;
  } catch (error) {
    throw fileError(path, error);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const failure = fileError(folder, error);
    if (absent(failure)) return [];
    throw failure;
  }
}

/** Of what is not there, or is no file, nothing is read. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? stats.size : null;
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return null;
    throw failure;
  }
}

/** Hands on a file in chunks, and closes it however far it was read. */
async function withChunks<T>(
  path: string,
  signal: AbortSignal | undefined,
  count: (length: number) => void,
  use: (chunks: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  const file = await openRegular(path);
  try {
    return await use(chunksOf(file, signal, count));
  } finally {
    await file.close();
  }
}

/** A file in chunks, all in the same place: each is gone when the next is asked for. */
async function* chunksOf(
  file: FileHandle,
  signal: AbortSignal | undefined,
  count: (length: number) => void,
): AsyncGenerator<Buffer, void> {
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  for (;;) {
    if (signal?.aborted) {
      throw new PlimsollError(
        'scan-aborted',
        text(
          'The collection was ended before the archive was read.',
          '归档尚未读完，采集即已结束。',
        ),
      );
    }
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
    if (bytesRead === 0) return;
    count(bytesRead);
    yield buffer.subarray(0, bytesRead);
    await others();
  }
}
