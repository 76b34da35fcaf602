import { projectKinds } from './project-kinds.ts';
import type { Harvest } from '../gathering/collector-result.ts';
import { wordsOf } from '../gathering/failure-words.ts';
import type { PlimsollError } from '../../core/errors.ts';

/**
 * The gaps of a Compose project that was read, and that Compose would refuse: nobody knows what else it would hold.
 */
export function refusedProject(
  id: string,
  faults: readonly [PlimsollError, ...PlimsollError[]],
): Harvest['gaps'] {
  const detail = wordsOf(faults);
  return projectKinds.map(({ kind }) => ({ target: id, kind, reason: 'malformed', detail }));
}
