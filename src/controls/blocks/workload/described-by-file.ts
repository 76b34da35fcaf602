import type { PlainCheck } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';

/** Passes for what a file alone describes: it has no engine yet, and so nothing that an engine would add. */
export const describedByFile: PlainCheck<WorkloadFacts> = (w) => w.origin === 'compose-service';
