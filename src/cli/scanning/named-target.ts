import { parseTarget, type TargetSpec } from '../../docker.ts';
import type { PlimsollConfig } from '../../index.ts';

/**
 * A target by its spelling: a collector of the configuration by its id, or else what {@link parseTarget} knows.
 *
 * @throws PlimsollError `target-unknown`
 */
export function namedTarget(
  spelling: string,
  collectors: PlimsollConfig['collectors'] = [],
): TargetSpec {
  const collector = collectors.find(({ id }) => id === spelling);
  return collector ? { kind: 'own', collector } : parseTarget(spelling);
}
