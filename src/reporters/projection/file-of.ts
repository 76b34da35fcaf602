import type { Finding } from '../../core/assessment.ts';
import type { Source } from '../../core/source.ts';

/** The place in a file that a finding rests on: the first with a line, or else the first; none where no file was read. */
export function fileOf({
  observations,
}: Pick<Finding, 'observations'>): Extract<Source, { kind: 'file' }> | undefined {
  const sources = observations.flatMap(({ source }) => (source?.kind === 'file' ? [source] : []));
  return sources.find(({ line }) => line !== undefined) ?? sources[0];
}
