import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { looksLikeBundle } from '../evidence.ts';

/**
 * The SHA-256 of a bundle's file, hexadecimal, read a piece at a time; `undefined` for a file that is no
 * bundle, and for what was piped in.
 */
export async function hashBundle(path: string): Promise<string | undefined> {
  if (path === '-') return undefined;
  const hash = createHash('sha256');
  let started = false;
  for await (const piece of createReadStream(path)) {
    // A stream without an encoding yields buffers.
    const bytes = piece as Buffer;
    if (!started && !looksLikeBundle(bytes)) return undefined;
    started = true;
    hash.update(bytes);
  }
  return started ? hash.digest('hex') : undefined;
}
