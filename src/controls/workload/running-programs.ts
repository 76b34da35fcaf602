import type { WorkloadFacts } from '../../core/subjects/workload.ts';

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
  return [...new Set(names)].sort();
}
