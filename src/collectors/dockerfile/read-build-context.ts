import type { Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isSecretFile } from '../../knowledge/secret-files.ts';
import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import { slashed } from '../../syntax/paths/system-paths.ts';
import { folderEntries } from '../files/folder-entries.ts';
import { readText } from '../files/read-text.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { unreadFile } from '../gathering/unread-gap.ts';
import { missing, sourced, type Partly } from '../gathering/partial-facts.ts';
import { readIgnorePatterns } from '../../syntax/dockerfile/ignore-patterns.ts';

const deepest = 3;
const entriesAtMost = 5000;

/** Folders of others' files, which are no secrets of the team's, and are large. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', 'vendor', '.venv']);

/**
 * Looks at the folder of a Dockerfile, which is taken for its build context, by names alone: which files look like
 * secrets, and whether an ignore file leaves them out.
 */
export async function lookAtContext(path: string): Promise<Partly<Dockerfile['context']>> {
  const folder = dirname(path);
  try {
    const here = folderEntries(folder);
    const ignore = await readIgnore(folder, basename(path), new Set(here.map(({ name }) => name)));
    const out = readIgnorePatterns(ignore?.text ?? '');
    const secrets = findSecretFiles(folder, here);
    const shown = secrets.filter((each) => !out(each));
    const at = { kind: 'file', path: slashed(ignore?.path ?? folder) } as const;
    return sourced({ ignoreFile: ignore?.name ?? null, secrets: shown }, at);
  } catch (error) {
    return missing(unreadFile(folder, error));
  }
}

async function readIgnore(
  folder: string,
  name: string,
  there: ReadonlySet<string>,
): Promise<{ name: string; path: string; text: string } | undefined> {
  for (const each of [`${name}.dockerignore`, '.dockerignore']) {
    if (!there.has(each)) continue;
    try {
      return { name: each, path: join(folder, each), text: await readText(folder, each) };
    } catch (error) {
      if (!absent(fileError(join(folder, each), error))) throw error;
    }
  }
  return undefined;
}

/** @param here the entries of the folder itself */
function findSecretFiles(root: string, here: readonly Dirent[]): readonly string[] {
  const found: string[] = [];
  let folders = [''];
  let seen = 0;
  for (let depth = 0; depth < deepest; depth += 1) {
    const next: string[] = [];
    for (const folder of folders) {
      const entries = folder === '' ? here : folderEntries(join(root, folder));
      for (const entry of entries) {
        seen += 1;
        if (seen > entriesAtMost) throw tooMany(root);
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && !skipped.has(entry.name)) next.push(path);
        else if (entry.isFile() && isSecretFile(path)) found.push(path);
      }
    }
    folders = next;
  }
  return found.toSorted();
}

const tooMany = (root: string): Error =>
  Object.assign(new Error(`${root} has more than ${entriesAtMost} entries`), { code: 'E2BIG' });
