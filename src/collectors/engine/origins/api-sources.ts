import type { SourceMap } from '../../../core/facts/source.ts';

/**
 * Sources that are all in the answer of one endpoint, as fact path and pointer. Where several raw fields
 * make one fact, the pointer names what they have in common.
 */
export const apiSources = (
  endpoint: string,
  pointers: Readonly<Record<string, string>>,
): SourceMap =>
  Object.fromEntries(
    Object.entries(pointers).map(([path, pointer]) => [path, { kind: 'api', endpoint, pointer }]),
  );
