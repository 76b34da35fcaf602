import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where reports that scanners really wrote may lie; they belong to others and are no part of this project.
 * The variable OFFICIAL_SAMPLES names another folder.
 */
const folder =
  process.env['OFFICIAL_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples');

/** Whether the real reports are there; without them the adapters are tested on our own alone. */
export const officialSamples = existsSync(folder);

/** The bytes of a real report, by its path. */
export const readSample = (path: string): Buffer => readFileSync(join(folder, path));
