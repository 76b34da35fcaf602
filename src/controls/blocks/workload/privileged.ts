import type { PlainCheck } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { fail, pass } from '../../../core/controls/verdict.ts';
import { text } from '../../../core/text.ts';

/** Whether it is privileged: it has every capability and every device of the host, and no profile holds it. */
export const isPrivileged: PlainCheck<WorkloadFacts> = (w) =>
  w.privileged ? pass(text('Privileged', '以特权模式运行')) : fail();

/** Whether its own file system cannot be written to; volumes and tmpfs may be. */
export const hasReadOnlyRoot: PlainCheck<WorkloadFacts> = (w) =>
  w.readOnlyRootFilesystem || fail(text('The root filesystem is writable', '根文件系统可写'));
