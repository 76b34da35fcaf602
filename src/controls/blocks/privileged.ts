import type { Check } from '../../core/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload.ts';

/** Whether it is privileged: it has every capability and every device of the host, and no profile holds it. */
export const isPrivileged: Check<WorkloadFacts> = (w) => w.privileged;

/** Whether its own file system cannot be written to; volumes and tmpfs may be. */
export const hasReadOnlyRoot: Check<WorkloadFacts> = (w) => w.readOnlyRootFilesystem;
