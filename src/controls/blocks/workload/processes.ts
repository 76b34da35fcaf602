import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';

/** More processes than these make no sentence. */
const shown = 5;

/** Says of processes of a container what the kernel has of them. */
export function processesSaid(
  processes: NonNullable<WorkloadFacts['processes']>,
  what: Text,
): Text {
  const names = processes.slice(0, shown).map(({ program, pid }) => `${program} (${pid})`);
  const rest = processes.length - names.length;
  return text(
    `By the kernel, processes in it ${what.en}: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    `内核显示其中的进程${what.zh}：${names.join('、')}${rest > 0 ? ` 等 ${processes.length} 个` : ''}`,
  );
}
