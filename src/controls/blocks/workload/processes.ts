import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { inert } from '../../../core/neutralise-text.ts';
import { text, type Text } from '../../../core/text.ts';

type Process = Pick<NonNullable<WorkloadFacts['processes']>[number], 'program' | 'pid'>;

/** More processes than these make no sentence. */
const shown = 5;

/** Letters of a program's name that are shown. */
const lettersAtMost = 60;

/** What a program is called, as long as nobody chose the name to be read as more than a name. */
const plain = /^[\w.+:@-]{1,60}$/;

/** Names a process: its program, which may be called anything, and its number on the host. */
function nameProcess({ program, pid }: Process): string {
  if (plain.test(program)) return `${program} (${pid})`;
  const name = inert(program, { max: lettersAtMost, more: () => '…' }).replaceAll('"', "'");
  return `"${name}" (${pid})`;
}

/** Names the first few of several processes, each once, and counts the others. */
export function nameProcesses(processes: readonly Process[]): Text {
  const names = [...new Set(processes.map(nameProcess))];
  const rest = names.length - shown;
  const first = names.slice(0, shown);
  return text(
    `${first.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    `${first.join('、')}${rest > 0 ? ` 等 ${names.length} 个` : ''}`,
  );
}

/** Says of processes of a container what the kernel has of them. */
export function processesSaid(processes: readonly Process[], what: Text): Text {
  const names = nameProcesses(processes);
  return text(
    `By the kernel, processes in it ${what.en}: ${names.en}`,
    `内核显示其中的进程${what.zh}：${names.zh}`,
  );
}
