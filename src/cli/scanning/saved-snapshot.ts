import type { LoadedConfig } from '../../config.ts';
import { type Snapshot, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { readSnapshot } from '../input/read-snapshot.ts';
import type { SharedOptions } from '../options/options.ts';
import { readingOptions } from './reading-options.ts';

/**
 * Reads a snapshot that stands for its targets.
 *
 * @throws PlimsollError `snapshot-invalid`, `option-invalid` for options that say how targets are read, and what reading a
 * document throws
 */
export async function readSaved(
  path: string,
  config: LoadedConfig,
  options: SharedOptions,
): Promise<Snapshot> {
  const snapshot = await readSnapshot(path, config, 'target');
  const [option] = readingOptions.filter(([name]) => options[name] !== undefined);
  if (option === undefined) return snapshot;
  throw new PlimsollError(
    'option-invalid',
    text(
      `${option[1]} sets how targets are read, but a saved snapshot was read before.`,
      `${option[1]} 设定目标的读取方式，但已保存的快照早已读取完毕。`,
    ),
    {
      hint: text(
        `Leave out ${option[1]}, or name the target itself.`,
        `请去掉 ${option[1]}，或指明目标本身。`,
      ),
    },
  );
}
