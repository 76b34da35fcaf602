import type { Source } from '../../core/facts/source.ts';

/** A place in a file. */
export type FileSource = Extract<Source, { kind: 'file' }>;

/** Whether two places are one line of one file. */
export const isSamePlace = (a: FileSource, b: FileSource): boolean =>
  a.line === b.line && a.path === b.path;
