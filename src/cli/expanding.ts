import { stat } from 'node:fs/promises';
import { findTargets, recogniseTarget, type FindOptions } from '../build.ts';
import type { TargetSpec } from '../docker.ts';
import { PlimsollError, type PlimsollConfig } from '../index.ts';
import { namedTarget } from './named-target.ts';

/** What the targets come to that a person named. */
export interface Expanded {
  readonly targets: readonly TargetSpec[];
  /** Whether a folder was among them, in which build files and Compose files were looked for. */
  readonly folders: boolean;
}

/**
 * Recognises what was named; a folder that is nothing else stands for the build files and Compose files below it.
 *
 * @throws PlimsollError `target-unknown`, `option-invalid`, and what finding files throws
 */
export async function expandTargets(
  spelled: readonly string[],
  options: FindOptions & Pick<PlimsollConfig, 'collectors'>,
): Promise<Expanded> {
  const all = await Promise.all(
    spelled.map((each) => recogniseTarget(namedTarget(each, options.collectors))),
  );
  const found: TargetSpec[] = [];
  let folders = false;
  for (const target of all) {
    if (target.kind === 'path' && (await isFolder(target.path))) {
      folders = true;
      found.push(...(await findTargets(target.path, options)));
    } else found.push(target);
  }
  if (options.changedSince !== undefined && !folders) {
    throw new PlimsollError('option-invalid', 'What changed is looked for in a folder.', {
      hint: `Name the folder: plimsoll scan . --changed-since ${options.changedSince}`,
    });
  }
  return {
    targets: [...new Map(found.map((each) => [JSON.stringify(each), each])).values()],
    folders,
  };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
