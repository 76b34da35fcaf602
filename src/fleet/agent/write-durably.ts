import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that is there whole, or not at all, whenever the process or the machine ends. */
export function writeDurably(path: string, content: Uint8Array | string): void {
  const unfinished = `${path}.tmp`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    // One call of the system may write a part alone, as where a disk becomes full; this goes on, or fails.
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
