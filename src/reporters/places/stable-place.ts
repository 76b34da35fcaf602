import type { Finding } from '../../core/assessment/assessment.ts';
import { fileOf } from './file-of.ts';
import type { FileSource } from './file-source.ts';

/** What has another path each time: a process, a temporary folder, and whatever has the digest of a container in its path. */
const fleeting =
  /^\/(proc\/(\d+|self|thread-self)|(private\/)?(var\/)?tmp|(private\/)?var\/folders|dev\/(fd|shm)|run\/user)(\/|$)|^[A-Za-z]:\/(Users\/[^/]+\/AppData\/Local|Windows)\/Temp(\/|$)|[\da-f]{64}/;

/**
 * The place in a file that a finding points to, as far as the next scan finds it under the same path: a reader that
 * follows findings by their path would else close each of them and open another.
 */
export const stablePlaceOf = ({
  observations,
  ...finding
}: Pick<Finding, 'message' | 'observations' | 'places'>): FileSource | undefined =>
  fileOf({
    ...finding,
    observations: observations.filter(
      ({ source }) => source?.kind !== 'file' || !fleeting.test(source.path),
    ),
  });
