import { combinator, evaluate, type Check } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { disjunction } from '../../../core/controls/verdict.ts';
import { intendedOf, type Pair } from './pair.ts';

/**
 * Holds what runs to the service that its file declares. Where several files declare it, one of them that it agrees
 * with is enough.
 */
export function heldToFile<P>(
  compare: (pair: Pair) => Check<WorkloadFacts, P>,
): Check<WorkloadFacts, P> {
  return combinator((w, ctx) => {
    let pairs: readonly Pair[] = [];
    const found = evaluate<WorkloadFacts, P>(
      (facts, context) => {
        pairs = intendedOf(facts, context);
        return true;
      },
      w,
      ctx,
    );
    if (found.status !== 'pass') return found;
    return disjunction(pairs.map((pair) => evaluate(compare(pair), w, ctx)));
  });
}
