import type { PlainCheck } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';

/** Whether a file alone describes it: a Compose file, or a `devcontainer.json`. */
export const isDescribedByFile = ({ origin }: WorkloadFacts): boolean =>
  origin === 'compose-service' || origin === 'devcontainer';

/** Passes for what a file alone describes: it has no engine yet, and so nothing that an engine would add. */
export const describedByFile: PlainCheck<WorkloadFacts> = (w) => isDescribedByFile(w);
