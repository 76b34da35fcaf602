import type { Check } from '../../../core/controls/check.ts';
import { any, orElse } from '../../../core/controls/combinators.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';

/**
 * Applies where the engine has a protection. Where no engine was read, as of a Compose file alone, it applies to what asks
 * for the protection to be off: that fails on each engine that has it, and serves nothing on one that has not.
 *
 * @param has whether the engine has it
 * @param asksOff whether a workload is set to go without
 */
export const whereEngineHas = <P>(
  has: Check<WorkloadFacts, P>,
  asksOff: Check<WorkloadFacts, P>,
): Check<WorkloadFacts, P> => orElse(has, any(has, asksOff));
