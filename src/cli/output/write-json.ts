import type { Assessment } from '../../index.ts';
import { writeOutput } from './files.ts';
import { jsonChunks } from './json-chunks.ts';

/** Writes the assessment to stdout for a program to read. */
export const writeJson = (assessment: Assessment): Promise<void> =>
  writeOutput('-', jsonChunks(assessment));
