import { projectMembers, type ProjectMembers } from './compose-projects.ts';
import type { PopulationGap } from './gap.ts';
import { hidesKind, type SnapshotHeader } from './snapshot-header.ts';
import type { Subject } from './subject.ts';
import { includesTarget, type SystemScope } from './system.ts';

/** The machine of what belongs to none and is looked at together with all of them, as a scanner's report. */
export const everyMachine = '*';

/** The header with what was found on the targets of a system alone; without a system, as it is. */
export function within(header: SnapshotHeader, system: SystemScope | undefined): SnapshotHeader {
  const belongs = ({ target }: { readonly target: string }): boolean =>
    includesTarget(system, target);
  return {
    ...header,
    population: header.population.filter(belongs),
    gaps: header.gaps.filter(belongs),
  };
}

/** Everything that the controls may look up beside the subject they judge. */
export interface Surroundings {
  readonly collectedAt: string;
  /** A machine's subjects of a kind, by id. */
  readonly subjectsOf: (machine: string, kind: string) => ReadonlyMap<string, Subject>;
  /** The gap that hides (part of) a machine's subjects of a kind. */
  readonly gapOf: (machine: string, kind: string) => PopulationGap | undefined;
  readonly machineOf: (target: string) => string;
  /** The members of Compose projects that there are of a kind, on all targets. */
  readonly membersOf: (kind: string) => ProjectMembers;
  /** The engine that a target is; `undefined` where it is none, or none that could be read. */
  readonly engineOf: (target: string) => Subject | undefined;
}

/** What controls may look up beside their subject: `subjects` indexed by machine, kind and id. */
export function surroundingsOf(header: SnapshotHeader, subjects: Iterable<Subject>): Surroundings {
  const machines = new Map(header.targets.map((target) => [target.id, target.machine]));
  const machineOf = (target: string): string => machines.get(target) ?? target;
  const key = (machine: string, kind: string): string => `${machine}\n${kind}`;

  const index = new Map<string, Map<string, Map<string, Subject>>>();
  for (const subject of subjects) {
    const machine = machineOf(subject.target);
    const kinds = index.get(machine) ?? new Map<string, Map<string, Subject>>();
    const group = kinds.get(subject.kind) ?? new Map<string, Subject>();
    index.set(machine, kinds.set(subject.kind, group.set(subject.id, subject)));
  }
  const listed = new Set(header.population.map(({ target, kind }) => key(machineOf(target), kind)));
  const nothing = new Map<string, Subject>();
  const members = new Map<string, ProjectMembers>();
  return {
    collectedAt: header.collectedAt,
    machineOf,
    engineOf: (target) =>
      [...(index.get(machineOf(target))?.get('engine')?.values() ?? [])].find(
        (subject) => subject.target === target,
      ),
    // Only what asks for it has to pay for it.
    membersOf: (kind) => {
      const known = members.get(kind);
      if (known) return known;
      const ofKind = [...index.values()].flatMap((kinds) => [...(kinds.get(kind)?.values() ?? [])]);
      const made = projectMembers(header, kind, ofKind);
      members.set(kind, made);
      return made;
    },
    // No kind is read both from a machine and from what belongs to none.
    subjectsOf: (machine, kind) =>
      index.get(machine)?.get(kind) ?? index.get(everyMachine)?.get(kind) ?? nothing,
    gapOf: (machine, kind) =>
      header.gaps.find(
        (gap) =>
          [machine, everyMachine].includes(machineOf(gap.target)) && hidesKind(header, gap, kind),
      ) ??
      (listed.has(key(machine, kind)) || listed.has(key(everyMachine, kind))
        ? undefined
        : notScanned(machine, kind)),
  };
}

const notScanned = (machine: string, kind: string): PopulationGap => ({
  target: machine,
  kind,
  reason: 'unavailable',
  detail: `no target of this scan lists the ${kind} of this machine`,
});
