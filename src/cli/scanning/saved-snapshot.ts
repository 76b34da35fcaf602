import type { LoadedConfig } from '../../config.ts';
import { PlimsollError, type Snapshot } from '../../index.ts';
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
    `${option[1]} sets how targets are read, but a saved snapshot was read before.`,
    { hint: `Leave out ${option[1]}, or name the target itself.` },
  );
}
