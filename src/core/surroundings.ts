import { fileKinds } from './file-kinds.ts';
import type { PopulationGap } from './gap.ts';
import type { Snapshot } from './snapshot.ts';
import type { Subject } from './subject.ts';
import { includesTarget, type SystemScope } from './system.ts';

/** A snapshot without its subjects: all that is needed to judge subjects as they stream by. */
export type SnapshotHeader = Omit<Snapshot, 'subjects'>;

/**
 * Whether a gap hides subjects of a kind: it names the kind, or it is over a whole target of the sort
 * that would have held them.
 */
export function hidesKind(header: SnapshotHeader, gap: PopulationGap, kind: string): boolean {
  if (gap.kind !== null) return gap.kind === kind;
  if (fileKinds[kind]) return false;
  const target = header.targets.find(({ id }) => id === gap.target);
  return (kind === 'host') === (target?.kind === 'host');
}

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
  return {
    collectedAt: header.collectedAt,
    machineOf,
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
