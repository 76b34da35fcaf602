import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../../core/snapshot/source.ts';
import { settle, type Partly } from '../partly.ts';
import type { StageState } from './stage-state.ts';
import { openAt } from './standing.ts';

/** Leaves open whatever the stages, of which the platform takes one, do not say alike. */
export function leaveOpen(
  state: StageState,
  alternatives: readonly StageState[],
  from: Source,
): void {
  const { user, healthCheck } = state;
  if (alternatives.some((each) => !isSame(each.user, user))) state.user = openAt(from);
  if (alternatives.some((each) => !isSame(each.healthCheck, healthCheck))) {
    state.healthCheck = openAt(from);
  }
}

const isSame = (one: Partly<unknown>, other: Partly<unknown>): boolean =>
  isDeepStrictEqual(settle({ fact: one }).facts, settle({ fact: other }).facts);
