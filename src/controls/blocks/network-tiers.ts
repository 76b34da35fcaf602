import type { CheckContext } from '../../core/controls/check.ts';
import type { NetworkFacts } from '../../core/subjects/network.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';

/** The tier that a workload’s label names, in lower case; a container of a service has the service’s. */
function tierOf(w: WorkloadFacts, ctx: CheckContext, label: string): string | undefined {
  const own = w.labels[label];
  if (own !== undefined && own !== '') return own.toLowerCase();
  if (w.service === null || w.origin !== 'container') return undefined;
  return ctx.find(workload, w.service.id)?.labels[label]?.toLowerCase();
}

/** The tiers of the workloads on a network, each once, sorted; those without one are left out. */
export function tiersOn(n: NetworkFacts, ctx: CheckContext, label: string): readonly string[] {
  const tiers = n.usedBy.map((id) => {
    const user = ctx.find(workload, id);
    return user && tierOf(user, ctx, label);
  });
  return [...new Set(tiers.filter((tier) => tier !== undefined))].sort();
}
