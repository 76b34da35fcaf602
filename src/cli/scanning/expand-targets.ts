import { stat } from 'node:fs/promises';
import type { FindOptions } from '../../build.ts';
import type { TargetSpec } from '../../docker.ts';
import { PlimsollError, type PlimsollConfig } from '../../index.ts';
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
  const named = spelled.map((each) => namedTarget(each, options.collectors));
  const all = named.some(({ kind }) => kind === 'path') ? await recogniseAll(named) : named;
  const found: TargetSpec[] = [];
  let folders = false;
  for (const target of all) {
    if (target.kind === 'path' && (await isFolder(target.path))) {
      folders = true;
      const { findTargets } = await import('../../build.ts');
      found.push(...(await findTargets(target.path, options)));
    } else {
      if (target.kind === 'path' && target.path !== '-') {
        const { ofOtherKind } = await import('../input/read-as.ts');
        const other = await ofOtherKind(target.path, 'target');
        if (other) throw other;
      }
      found.push(target);
    }
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

/** What reads files is loaded for files alone. */
async function recogniseAll(named: readonly TargetSpec[]): Promise<readonly TargetSpec[]> {
  const { recogniseTarget } = await import('../../build.ts');
  return await Promise.all(named.map(recogniseTarget));
}

/** Whether a folder is named: what is not there, or no path at all, is none. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
