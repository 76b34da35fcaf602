import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Makes a directory that stands for the root of a host, with these files in it, and removes it when the
 * test has finished. Modes are 0644 and 0755 whatever the umask.
 */
export function temporaryRoot(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-root-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) addFile(root, path, text);
  return root;
}

/** Writes one more file below a root, with the directories that it needs. */
export function addFile(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true, mode: 0o755 });
  writeFileSync(join(root, path), text, { mode: 0o644 });
}
