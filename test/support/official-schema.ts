import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OscalVersion } from '../../src/oscal/oscal-names.ts';

/**
 * Where the official schemas of formats may lie; they belong to others and are no part of this project. The
 * variable OFFICIAL_SCHEMAS names another folder.
 */
const folder =
  process.env['OFFICIAL_SCHEMAS'] ?? join(import.meta.dirname, '../../../shared/schemas');

/** Whether the official schemas are there; without them a test reads its format with a real reader alone. */
export const officialSchemas = existsSync(folder);

/**
 * The schema of a model of OSCAL. Of the patch releases that change no form the schema of the first is here; none of them says
 * which release a document must name.
 */
export const readOscalSchema = (version: OscalVersion, model: string): string =>
  readSchema(`oscal/${version === '1.2.3' ? '1.2.1' : version}/oscal_${model}_schema.json`);

/** The text of an official schema, by its path. */
export const readSchema = (path: string): string => readFileSync(join(folder, path), 'utf8');
