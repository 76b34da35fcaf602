import { dirname } from 'node:path';
import { configOf, nodeAt } from './config-object.ts';
import { exportOf } from './follow-references.ts';
import { openSources, type Sources } from './open-sources.ts';
import { placeOf, type SourcePlace } from './place-of.ts';

/**
 * Where a part of a configuration is written: `['failOn']`, `['waivers', 0, 'until']`. It is followed through
 * names, spreads and imports of the project's own files; what is computed has the place of what computes it.
 * Nothing is thrown: a file that cannot be read is a place as well.
 */
export function placeInConfig(
  file: string,
  path: readonly (string | number)[],
  sources: Sources = openSources(dirname(file)),
): SourcePlace {
  const source = sources.fileAt(file);
  const exported = source && exportOf(source, 'default', sources);
  if (!exported) return { file };
  const node = nodeAt(exported, path, sources);
  // What is absent is missed where the whole begins.
  return placeOf(node ?? configOf(exported, sources));
}
