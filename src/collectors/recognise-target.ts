import { basename, dirname } from 'node:path';
import { PlimsollError } from '../core/errors.ts';
import { isArchive } from './archive/is-archive.ts';
import { isComposeFile } from './compose/is-compose-file.ts';
import { isDockerfile } from './dockerfile/split-instructions.ts';
import { readText } from './files/read-text.ts';
import { isReport } from './scanner/is-report.ts';
import type { TargetSpec } from './target-spec.ts';

/**
 * Tells by its content what a path is, where that is something to collect from. Everything else is given
 * back as it came: other targets, and a path that is none of these or cannot be read.
 */
export async function recogniseTarget(target: TargetSpec): Promise<TargetSpec> {
  if (target.kind !== 'path' || target.path === '-') return target;
  const { path } = target;
  if (await isArchive(path)) return { kind: 'archive', path };
  const text = await textOf(path);
  if (isDockerfile(text)) return { kind: 'dockerfile', path };
  if (await isReport(path)) return { kind: 'scanner', path };
  return isComposeFile(path, text) ? { kind: 'compose', files: [path] } : target;
}

/** The text of a file; empty where it cannot be read: whoever reads it as what it is then says why. */
async function textOf(path: string): Promise<string> {
  try {
    return await readText(dirname(path), basename(path));
  } catch (error) {
    if (error instanceof PlimsollError) return '';
    throw error;
  }
}
