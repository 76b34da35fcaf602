import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../../core/facts/source.ts';
import { settle, type Partly } from '../gathering/partial-facts.ts';
import type { StageState } from './stage-state.ts';
import { openAt } from './instruction-context.ts';

/**
 * Leaves open whatever the stages do not state alike; the platform selects one of them. Ports are those of all stages:
 * on some platform the image has each.
 */
export function leaveOpen(
  state: StageState,
  alternatives: readonly StageState[],
  from: Source,
): void {
  const differs = (of: (state: StageState) => Partly<unknown>): boolean =>
    alternatives.some((each) => !isSame(of(each), of(state)));
  if (differs(({ user }) => user) || differs(({ userSpelled }) => userSpelled ?? null)) {
    state.user = openAt(from);
    state.userSpelled = undefined;
  }
  if (differs(({ healthCheck }) => healthCheck)) state.healthCheck = openAt(from);
  if (differs(({ entrypoint }) => entrypoint)) state.entrypoint = openAt(from);
  if (differs(({ cmd }) => cmd)) state.cmd = openAt(from);
  if (differs(({ folder }) => folder)) state.folder = null;
  for (const values of ['env', 'args'] as const) {
    for (const name of namesIn(values, state, alternatives)) {
      if (differs((each) => each[values].get(name))) state[values].set(name, undefined);
    }
  }
  for (const name of namesIn('labels', state, alternatives)) {
    if (differs(({ labels }) => labels.get(name))) state.labels.set(name, openAt(from));
  }
  const ports = new Set(state.exposed);
  for (const port of alternatives.flatMap(({ exposed }) => exposed)) {
    if (!ports.has(port)) state.exposed.push(port);
    ports.add(port);
  }
}

const namesIn = (
  values: 'env' | 'args' | 'labels',
  state: StageState,
  alternatives: readonly StageState[],
): ReadonlySet<string> =>
  new Set([state, ...alternatives].flatMap((each) => [...each[values].keys()]));

const isSame = (one: Partly<unknown>, other: Partly<unknown>): boolean =>
  isDeepStrictEqual(settle({ fact: one }).facts, settle({ fact: other }).facts);
