import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import type { AnyCollector } from '../../core/snapshot/any-collector.ts';
import type { FindOptions } from '../folder/find-targets.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';
import { namedTarget, type TargetInput } from './named-target.ts';
import { text } from '../../core/text.ts';

/** What the targets come to that a person named. */
export interface ExpandedTargets {
  readonly targets: readonly TargetSpec[];
  /** Whether a folder was among them, in which build files and Compose files were looked for. */
  readonly folders: boolean;
}

/** How targets are recognised. */
export interface ExpandOptions extends FindOptions {
  /** Collectors that can be named by their ids. */
  readonly collectors?: readonly AnyCollector[];
  /** Looks at a path that is nothing to collect from, and throws where it cannot be used otherwise either. */
  readonly onUnknown?: (path: string) => Promise<void>;
}

/**
 * Recognises what was named; a folder that is nothing else stands for the build files and Compose files below it.
 *
 * @throws PlimsollError `target-unknown`, `option-invalid`, and what finding files throws
 */
export async function expandTargets(
  inputs: readonly TargetInput[],
  options: ExpandOptions,
): Promise<ExpandedTargets> {
  const named = inputs.map((each) => namedTarget(each, options.collectors));
  const all = named.some(({ kind }) => kind === 'path')
    ? await recogniseAll(named, options.cwd)
    : named;
  const found: TargetSpec[] = [];
  let folders = false;
  const beside = all.flatMap((target) =>
    target.kind === 'path' || target.kind === 'dockerfile'
      ? [resolve(options.cwd, target.path)]
      : [],
  );
  for (const target of all) {
    if (target.kind === 'path' && (await isFolder(resolve(options.cwd, target.path)))) {
      folders = true;
      const { findTargets } = await import('../folder/find-targets.ts');
      found.push(...(await findTargets(target.path, { ...options, beside })));
    } else {
      if (target.kind === 'path' && target.path !== '-') await options.onUnknown?.(target.path);
      found.push(target);
      if (target.kind === 'devcontainer') {
        const { referencedTargets } = await import('../devcontainer/referenced-files.ts');
        found.push(...(await referencedTargets(target.path, options.cwd)));
      }
    }
  }
  if (options.changedSince !== undefined && !folders) {
    throw new PlimsollError(
      'option-invalid',
      text('What changed is looked for in a folder.', '变更只在文件夹中查找。'),
      {
        hint: text(
          `Name the folder: plimsoll scan . --changed-since ${options.changedSince}`,
          `请指明文件夹：plimsoll scan . --changed-since ${options.changedSince}`,
        ),
      },
    );
  }
  return { targets: [...new Map(found.map((each) => [keyOf(each), each])).values()], folders };
}

/** What is named twice is read once; a client or a collector is itself. */
function keyOf(target: TargetSpec): unknown {
  if (target.kind === 'own') return target.collector;
  return 'docker' in target ? target.docker : JSON.stringify(target);
}

/** What reads files is loaded for files alone. */
async function recogniseAll(
  named: readonly TargetSpec[],
  cwd: string,
): Promise<readonly TargetSpec[]> {
  const { recogniseTargets } = await import('./recognise-target.ts');
  return await recogniseTargets(named, cwd);
}

/** Whether a folder is named: what is not there, or no path at all, is none. */
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
