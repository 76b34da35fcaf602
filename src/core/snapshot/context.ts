import { projectMembers, type ProjectMembers } from './compose-projects.ts';
import type { PopulationGap } from '../facts/gap.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { hidesKind, type SnapshotHeader } from './snapshot-header.ts';
import type { Subject } from '../facts/subject.ts';
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
  /** The subjects of a kind in a scope, by id. */
  readonly subjectsOf: (scope: string, kind: string) => ReadonlyMap<string, Subject>;
  /** The gap that hides (part of) the subjects of a kind in a scope. */
  readonly gapOf: (scope: string, kind: string) => PopulationGap | undefined;
  /** What is looked at together with a target: its machine, less what belongs to other engines on it. */
  readonly scopeOf: (target: string) => string;
  /** The members of Compose projects that there are of a kind, on all targets. */
  readonly membersOf: (kind: string) => ProjectMembers;
  /** The engine that a target is; `undefined` where it is none, or none that could be read. */
  readonly engineOf: (target: string) => Subject | undefined;
}

/** The scopes of the targets of a scan: a machine, and of one that has several engines each of them with the machine. */
function scopesOf(header: SnapshotHeader) {
  const machines = new Map(header.targets.map(({ id, machine }) => [id, machine]));
  const machineOf = (target: string): string => machines.get(target) ?? target;
  const engines = groupBy(
    header.targets.filter(({ kind }) => kind === 'engine'),
    ({ machine }) => machine,
  );
  const neighbours = (machine: string): readonly string[] => {
    const all = engines.get(machine) ?? [];
    return all.length > 1 ? all.map(({ id }) => id) : [];
  };
  const withEngine = (machine: string, engine: string): string => `${machine}\n${engine}`;
  return {
    machineOf,
    scopeOf: (target: string): string => {
      const machine = machineOf(target);
      return neighbours(machine).includes(target) ? withEngine(machine, target) : machine;
    },
    /** All scopes that what was read from a target is part of. */
    scopesWith: (target: string): readonly string[] => {
      const machine = machineOf(target);
      const all = neighbours(machine);
      const own = all.includes(target) ? [target] : all;
      return [machine, ...own.map((engine) => withEngine(machine, engine))];
    },
  };
}

/** What controls may look up beside their subject: `subjects` indexed by scope, kind and id. */
export function surroundingsOf(header: SnapshotHeader, subjects: Iterable<Subject>): Surroundings {
  const { machineOf, scopeOf, scopesWith } = scopesOf(header);
  const key = (scope: string, kind: string): string => `${scope}\n\n${kind}`;

  const index = new Map<string, Map<string, Map<string, Subject>>>();
  for (const subject of subjects) {
    for (const scope of scopesWith(subject.target)) {
      const kinds = index.get(scope) ?? new Map<string, Map<string, Subject>>();
      const group = kinds.get(subject.kind) ?? new Map<string, Subject>();
      index.set(scope, kinds.set(subject.kind, group.set(subject.id, subject)));
    }
  }
  const listed = new Set(
    header.population.flatMap(({ target, kind }) =>
      scopesWith(target).map((scope) => key(scope, kind)),
    ),
  );
  const nothing = new Map<string, Subject>();
  const members = new Map<string, ProjectMembers>();
  return {
    collectedAt: header.collectedAt,
    scopeOf,
    engineOf: (target) =>
      [...(index.get(scopeOf(target))?.get('engine')?.values() ?? [])].find(
        (subject) => subject.target === target,
      ),
    // Only what asks for it has to pay for it.
    membersOf: (kind) => {
      const known = members.get(kind);
      if (known) return known;
      const ofKind = [...index.values()].flatMap((kinds) => [...(kinds.get(kind)?.values() ?? [])]);
      const made = projectMembers(header, kind, new Set(ofKind));
      members.set(kind, made);
      return made;
    },
    // No kind is read both from a machine and from what belongs to none.
    subjectsOf: (scope, kind) =>
      index.get(scope)?.get(kind) ?? index.get(everyMachine)?.get(kind) ?? nothing,
    gapOf: (scope, kind) =>
      header.gaps.find(
        (gap) =>
          (scopesWith(gap.target).includes(scope) || machineOf(gap.target) === everyMachine) &&
          hidesKind(header, gap, kind),
      ) ??
      (listed.has(key(scope, kind)) || listed.has(key(everyMachine, kind))
        ? undefined
        : notScanned(scope.split('\n', 1)[0] ?? scope, kind)),
  };
}

const notScanned = (machine: string, kind: string): PopulationGap => ({
  target: machine,
  kind,
  reason: 'unavailable',
  detail: `no target of this scan lists the ${kind} of this machine`,
});
