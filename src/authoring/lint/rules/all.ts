import type { Rule } from '../rule/rule.ts';
import { bothLanguages } from './both-languages.ts';
import { canFailAndPass } from './can-fail-and-pass.ts';
import { factsCollected } from './facts-collected.ts';
import { literalId } from './literal-id.ts';
import { noAny } from './no-any.ts';
import { noAsync } from './no-async.ts';
import { noChance } from './no-chance.ts';
import { noClock } from './no-clock.ts';
import { noIo } from './no-io.ts';
import { noSharedState } from './no-shared-state.ts';
import { noSlowPattern } from './no-slow-pattern.ts';
import { parametersDeclared } from './parameters-declared.ts';
import { parametersUsed } from './parameters-used.ts';

/** Every rule, in the order of its name. */
export const rules: readonly Rule[] = [
  bothLanguages,
  canFailAndPass,
  factsCollected,
  literalId,
  noAny,
  noAsync,
  noChance,
  noClock,
  noIo,
  noSharedState,
  noSlowPattern,
  parametersDeclared,
  parametersUsed,
];
