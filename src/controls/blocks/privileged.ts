import type { PlainCheck } from '../../core/controls/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload.ts';

/** Whether it is privileged: it has every capability and every device of the host, and no profile holds it. */
export const isPrivileged: PlainCheck<WorkloadFacts> = (w) => w.privileged;

/** Whether its own file system cannot be written to; volumes and tmpfs may be. */
export const hasReadOnlyRoot: PlainCheck<WorkloadFacts> = (w) => w.readOnlyRootFilesystem;
