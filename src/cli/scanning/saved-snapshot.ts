import { builtinKinds, parseSnapshot, PlimsollError, type Snapshot } from '../../index.ts';
import type { LocatedConfig } from '../config/located-config.ts';
import { readDocument } from '../output/files.ts';
import type { SharedOptions } from '../options.ts';

/**
 * Reads a snapshot that stands for its targets.
 *
 * @throws PlimsollError `snapshot-invalid`, `option-invalid` for scanners that have nothing to look at, and what reading a
 * document throws
 */
export async function readSaved(
  path: string,
  config: LocatedConfig,
  options: SharedOptions,
): Promise<Snapshot> {
  const kinds = config.catalog
    ? config.catalog.controls.map(({ subject }) => subject)
    : builtinKinds;
  const snapshot = parseSnapshot(await readDocument(path, 'snapshot.json'), kinds);
  if (options.malware) {
    throw new PlimsollError(
      'option-invalid',
      'Scanners for malware look at images while they are read, and a snapshot holds none.',
      { hint: 'Leave out --malware, or name the engine or the archive itself.' },
    );
  }
  return snapshot;
}
