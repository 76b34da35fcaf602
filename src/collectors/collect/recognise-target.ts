import { basename, dirname } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { readText } from '../files/read-text.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';

/**
 * Tells by its content what a path is, where that is something to collect from. Everything else is given
 * back as it came: other targets, and a path that is none of these or cannot be read.
 */
export async function recogniseTarget(target: TargetSpec): Promise<TargetSpec> {
  if (target.kind !== 'path' || target.path === '-') return target;
  const { path } = target;
  const { isArchive } = await import('../archive/is-archive.ts');
  if (await isArchive(path)) return { kind: 'archive', path };
  const text = await textOf(path);
  const { isDockerfile } = await import('../../syntax/dockerfile/split-instructions.ts');
  if (isDockerfile(text)) return { kind: 'dockerfile', path };
  const { isReport } = await import('../scanner/reports/is-report.ts');
  if (await isReport(path)) return { kind: 'scanner', path };
  const { isComposeFile } = await import('../compose/is-compose-file.ts');
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
