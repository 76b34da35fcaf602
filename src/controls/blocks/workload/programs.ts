import type { Check } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text } from '../../../core/text.ts';
import { fail, pass } from '../../../core/controls/verdict.ts';
import { settle, type Given } from '../given.ts';

/**
 * The distinct programs that run, sorted. Where only a title came back, as in `sshd: alice [priv]` or the
 * `-bash` of a login, the program is what it begins with.
 */
export function programsOf(w: WorkloadFacts): readonly string[] {
  const names = (w.processes ?? []).map(({ program }) => {
    const end = program.search(/[\s:]/);
    const name = end > 0 ? program.slice(0, end) : program;
    return name.startsWith('-') ? name.slice(1) : name;
  });
  return names.length < 2 ? names : [...new Set(names)].sort();
}

/**
 * Whether one of the programs runs in it now. Of what does not run nothing is known: see {@link whileRunning}.
 *
 * @example
 * applies: whileRunning('processes'),
 * check: not(runsProgram(['sshd', 'telnetd'])),
 */
export const runsProgram =
  <P>(programs: Given<readonly string[], P>): Check<WorkloadFacts, P> =>
  (w, ctx) => {
    const wanted = settle(programs, ctx);
    const found = programsOf(w).filter((program) => wanted.includes(program));
    return found.length === 0
      ? fail()
      : pass(text(`Runs ${found.join(', ')}`, `正在运行 ${found.join('、')}`));
  };
