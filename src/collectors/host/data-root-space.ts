import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveUnder } from '../files/resolve-under.ts';
import { fromReading } from '../gathering/partial-facts.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { attempt } from '../gathering/unread-gap.ts';
import { deviceNumber, readEncryption } from './disk-encryption.ts';
import type { EngineFiles } from './engine-files.ts';

/**
 * What is left on the file system of an engine's data: through the process of the engine where it runs, since
 * a root that was mounted without what is mounted below it shows another file system there.
 */
export async function readDataRootSpace({ dataRoot, root }: EngineFiles) {
  if ('unread' in dataRoot) return fromReading(dataRoot);
  const path = dataRoot.value;
  const reading = await attempt(path, async () => {
    try {
      const place = join(root, await resolveUnder(root, path));
      const found = await statfs(place);
      const { dev } = await stat(place);
      return {
        encrypted: fromReading(await readEncryption(root, deviceNumber(dev))),
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
  return fromReading(reading);
}
