import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { readText } from '../files/read-text.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { readSyntax } from '../gathering/syntax-error.ts';
import { keyLines } from '../../syntax/json/key-lines.ts';
import { text } from '../../core/text.ts';

/** What daemon.json says, key by key. It may hold secrets: only settings that are known by name go further. */
export interface DaemonFile {
  readonly path: string;
  /** Whether there is such a file; without one there are no entries. */
  readonly exists: boolean;
  readonly entries: ReadonlyMap<string, { readonly value: unknown; readonly line: number }>;
}

/**
 * Reads a daemon's configuration file under a root.
 *
 * @throws PlimsollError `file-denied`, or `file-unreadable` with the line when it is not valid JSON
 */
export async function readDaemonFile(root: string, path: string): Promise<DaemonFile> {
  try {
    return parseDaemonFile(await readText(root, path), path);
  } catch (error) {
    if (!absent(error)) throw error;
    return { path, exists: false, entries: new Map() };
  }
}

/**
 * Reads the text of daemon.json. An empty file says nothing, as it does to the daemon.
 *
 * @throws PlimsollError `file-unreadable`
 */
export function parseDaemonFile(written: string, path: string): DaemonFile {
  const json = written.replace(/^\uFEFF/, '');
  if (json.trim() === '') return { path, exists: true, entries: new Map() };
  const lines = readSyntax('file-unreadable', () => keyLines(json, path));
  const value: unknown = parseJsonText(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PlimsollError(
      'file-unreadable',
      text(
        `${path} does not hold a JSON object: see line 1.`,
        `${path} 的内容不是 JSON 对象：见第 1 行。`,
      ),
    );
  }
  const entries = Object.entries(value).map(
    ([key, entry]: [string, unknown]) =>
      [key, { value: entry, line: lines.get(key) ?? 1 }] as const,
  );
  return { path, exists: true, entries: new Map(entries) };
}

/**
 * Whether a file is another than the one that was there at an instant: written, replaced, or touched in its owner or
 * mode, which cannot be distinguished from being replaced by a file of the same age. A file that is not there counts as
 * changed when its directory was changed since, unless by something that was added.
 *
 * @param instant milliseconds of the epoch
 * @throws PlimsollError `file-denied` or `file-unreadable`
 */
export async function changedSince(root: string, path: string, instant: number): Promise<boolean> {
  const real = await resolveUnder(root, path);
  // A link that was set to another file is a change as well.
  const found = await Promise.all([path, real].map((one) => timesOf(root, one)));
  if (found.some((times) => times !== undefined)) {
    return found.some((times) => times !== undefined && times.changed > instant);
  }
  const directory = dirname(real);
  const times = await timesOf(root, directory);
  if (times === undefined || times.changed <= instant) return false;
  const names = await readdir(join(root, directory));
  const entries = await Promise.all(names.map((name) => timesOf(root, join(directory, name))));
  // A folder changes again with what is made in it; when it was made itself, it still says.
  return !entries.some(
    (entry) =>
      entry !== undefined &&
      [entry.changed, entry.made].some((time) => Math.abs(time - times.changed) < 10),
  );
}

/** When content, name, owner or mode last changed, which cannot be set back as the time of writing can, and when it was made. */
async function timesOf(
  root: string,
  path: string,
): Promise<{ readonly changed: number; readonly made: number } | undefined> {
  try {
    const { ctimeMs: changed, birthtimeMs: made } = await lstat(join(root, path));
    return { changed, made };
  } catch (error) {
    const failure = fileError(path, error);
    if (absent(failure)) return undefined;
    throw failure;
  }
}
