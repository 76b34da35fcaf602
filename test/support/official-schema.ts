import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the official schemas of formats may lie; they belong to others and are no part of this project. The
 * variable OFFICIAL_SCHEMAS names another folder.
 */
const folder =
  process.env['OFFICIAL_SCHEMAS'] ?? join(import.meta.dirname, '../../../shared/schemas');

/** Whether the official schemas are there; without them a test reads its format with a real reader alone. */
export const officialSchemas = existsSync(folder);

/** The text of an official schema, by its path. */
export const readSchema = (path: string): string => readFileSync(join(folder, path), 'utf8');
