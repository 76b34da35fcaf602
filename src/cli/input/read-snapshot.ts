import { builtinKinds, parseSnapshot, type PlimsollConfig, type Snapshot } from '../../index.ts';
import { readAs, type WantedFile } from './read-as.ts';
import { readDocument } from './read-file.ts';

/**
 * Reads a snapshot from a file or a bundle, with the kinds of subjects that the configuration knows.
 *
 * @param wanted what the command says that it wants of the file
 * @throws PlimsollError `snapshot-invalid`, and what reading a document throws
 */
export const readSnapshot = (
  path: string,
  { catalog }: PlimsollConfig,
  wanted: WantedFile = 'snapshot',
): Promise<Snapshot> =>
  readAs(path, wanted, async () =>
    parseSnapshot(
      await readDocument(path, 'snapshot.json'),
      catalog?.controls.map(({ subject }) => subject) ?? builtinKinds,
    ),
  );
