import { stat } from 'node:fs/promises';
import { PlimsollError } from '../../core/errors.ts';
import { readLinked } from '../files/read-linked.ts';
import { mapConcurrently } from '../gathering/map-concurrently.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';
import { pathFrom } from '../gathering/process-defaults.ts';
import { isDevContainerName } from '../../knowledge/build-file-names.ts';
import { filesAtOnce } from './collect-files.ts';

/**
 * Tells by its content what a path is, where that is something to collect from. Everything else is given
 * back as it came: other targets, and a path that is none of these or cannot be read.
 *
 * @param cwd the working folder, from which the path is named
 */
export async function recogniseTarget(
  target: TargetSpec,
  cwd: string = process.cwd(),
): Promise<TargetSpec> {
  if (target.kind !== 'path' || target.path === '-') return target;
  const { path } = target;
  const file = pathFrom(cwd, path);
  if (isDevContainerName(path) && (await isThere(file))) return { kind: 'devcontainer', path };
  const { isArchive } = await import('../archive/is-archive.ts');
  if (await isArchive(file)) return { kind: 'archive', path };
  const text = await textOf(file);
  const { isDockerfile } = await import('../../syntax/dockerfile/is-dockerfile.ts');
  if (isDockerfile(text)) return { kind: 'dockerfile', path };
  const { isReport } = await import('../scanner/reports/is-report.ts');
  if (await isReport(file)) return { kind: 'scanner', path };
  const { isComposeFile } = await import('../compose/is-compose-file.ts');
  return isComposeFile(file, text) ? { kind: 'compose', files: [path] } : target;
}

/** Recognises several, a few at a time. */
export const recogniseTargets = (
  targets: readonly TargetSpec[],
  cwd: string,
): Promise<readonly TargetSpec[]> =>
  mapConcurrently(targets, filesAtOnce, (target) => recogniseTarget(target, cwd));

/** Whether there is a file, or what may be one. */
const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** The text of a file; empty where it cannot be read: its own reader then says why. */
async function textOf(path: string): Promise<string> {
  try {
    return await readLinked(path);
  } catch (error) {
    if (error instanceof PlimsollError) return '';
    throw error;
  }
}
