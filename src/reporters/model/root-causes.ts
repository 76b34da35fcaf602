import type { Severity } from '../../core/controls/severity.ts';
import type { ControlEntry, ControlFindings, FindingEntry } from './entries/finding.ts';
import type { Report } from './report.ts';

/** Controls that fail on a subject because another one does, by that one. */
const follows: Readonly<Record<string, readonly string[]>> = {
  'workload-not-privileged': [
    'workload-apparmor',
    'workload-capabilities',
    'workload-capabilities-dropped',
    'workload-no-device-cgroup-rules',
    'workload-no-host-devices',
    'workload-seccomp',
    'workload-selinux',
    'workload-system-paths-masked',
  ],
};

/** A failed control with the controls that the same subjects fail beside it, for the same cause. */
export interface Cause extends ControlFindings {
  readonly beside: readonly ControlEntry[];
}

/** A cause with the severity of its control. */
export interface RankedCause {
  readonly severity: Severity;
  readonly label: string;
  readonly cause: Cause;
}

/** The causes of all failures that nobody accepted, the worst first. */
export function rankCauses({ failures }: Pick<Report, 'failures'>): readonly RankedCause[] {
  const rated = new Map(
    failures.flatMap(({ severity, label, controls }) =>
      controls.map(({ control }) => [control.id, { severity, label }] as const),
    ),
  );
  return groupByCause(failures.flatMap(({ controls }) => controls)).flatMap((cause) => {
    const found = rated.get(cause.control.id);
    return found ? [{ ...found, cause }] : [];
  });
}

/** Groups failures by their cause: what a subject fails because of another failure stands with that one alone. */
export function groupByCause(failed: readonly ControlFindings[]): readonly Cause[] {
  const subjects = new Map<string, ReadonlySet<string>>(
    failed.map(({ control, findings }) => [control.id, new Set(findings.map(keyOf))]),
  );
  const isExplained = (id: string, finding: FindingEntry): boolean =>
    Object.entries(follows).some(
      ([cause, effects]) => effects.includes(id) && subjects.get(cause)?.has(keyOf(finding)),
    );
  return failed.flatMap(({ control, findings }): readonly Cause[] => {
    const left = findings.filter((finding) => !isExplained(control.id, finding));
    if (left.length === 0) return [];
    const effects = follows[control.id] ?? [];
    const beside = failed
      .filter(({ control: { id } }) => effects.includes(id))
      .filter((other) => other.findings.some((each) => subjects.get(control.id)?.has(keyOf(each))))
      .map((other) => other.control);
    return [{ control, findings: left, beside }];
  });
}

const keyOf = ({ target, kind, id }: FindingEntry): string => `${target}\n${kind}\n${id}`;
