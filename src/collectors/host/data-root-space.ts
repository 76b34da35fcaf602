import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostFacts } from '../../core/subjects/host/host.ts';
import { resolveUnder } from '../files/resolve-under.ts';
import { absent, attempt, fileError, type Reading } from '../gathering/unread-gap.ts';
import type { EngineFiles } from './engine-files.ts';

type Space = HostFacts['dataRootSpace'];

/**
 * What is left on the file system of an engine's data: through the process of the engine where it runs, since
 * a root that was mounted without what is mounted below it shows another file system there.
 */
export async function readDataRootSpace({ dataRoot, root }: EngineFiles): Promise<Reading<Space>> {
  if ('unread' in dataRoot) return dataRoot;
  const path = dataRoot.value;
  return attempt(path, async () => {
    try {
      const found = await statfs(join(root, await resolveUnder(root, path)));
      return {
        path,
        size: found.blocks * found.bsize,
        free: found.bavail * found.bsize,
        files: found.files,
        freeFiles: found.ffree,
      };
    } catch (error) {
      const failure = fileError(path, error);
      if (absent(failure)) return null;
      throw failure;
    }
  });
}
