import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readRegular } from '../files/regular-file.ts';
import { recogniseTarget } from '../collectors/collect/recognise-target.ts';
import type { TargetSpec } from '../collectors/gathering/parse-target.ts';
import type { PlimsollConfig } from '../core/config/config.ts';
import { PlimsollError } from '../core/errors.ts';
import { parseSnapshot } from '../core/snapshot/parse-snapshot.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { builtinKinds } from '../core/subjects/kinds.ts';
import { parseJsonText } from '../syntax/json/parse-json-text.ts';
import { text } from '../core/text.ts';

/** 1 GiB, as much as a bundle may hold. */
const bytesAtMost = 1 << 30;

/**
 * The snapshot that stands for its targets, where one is named: a file of JSON, or a bundle. `undefined` where the
 * targets are to be read.
 *
 * @throws PlimsollError `snapshot-invalid`, `bundle-invalid`, `option-invalid` where other targets are named beside it,
 * and what reading a file throws
 */
export async function readSaved(
  targets: readonly TargetSpec[],
  { catalog }: PlimsollConfig,
  cwd: string,
): Promise<Snapshot | undefined> {
  for (const target of targets) {
    if (target.kind !== 'path') continue;
    const path = resolve(cwd, target.path);
    if ((await recogniseTarget(target, cwd)).kind !== 'path' || !(await isSaved(path))) continue;
    if (targets.length > 1) {
      throw new PlimsollError(
        'option-invalid',
        text(
          'A saved snapshot is scanned alone, without other targets.',
          '已保存的快照须单独扫描，不能与其他目标一起。',
        ),
        {
          hint: text(
            `Leave out the others, or leave out ${target.path}.`,
            `请去掉其他目标，或去掉 ${target.path}。`,
          ),
        },
      );
    }
    const kinds = catalog?.controls.map(({ subject }) => subject) ?? builtinKinds;
    return parseSnapshot(await readDocument(path, target.path), kinds);
  }
  return undefined;
}

/** Whether a path is that of a file that may be read as a whole. */
const isSaved = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile() && found.size <= bytesAtMost,
    () => false,
  );

async function readDocument(path: string, named: string): Promise<unknown> {
  const content = await readRegular(path, bytesAtMost);
  if (content.subarray(0, 2).toString('latin1') === 'PK') {
    const { openBundle } = await import('../evidence/bundle/open-bundle.ts');
    return openBundle(content).readJson('snapshot.json');
  }
  try {
    return parseJsonText(content.toString('utf8'));
  } catch (cause) {
    throw new PlimsollError(
      'target-unknown',
      text(`${named} is not something to scan.`, `${named} 不能作为扫描目标。`),
      {
        hint: text(
          'See what can be named with: plimsoll list targets',
          '查看可以指明什么：plimsoll list targets',
        ),
        cause,
      },
    );
  }
}
