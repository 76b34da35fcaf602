import { membershipOf } from './compose-membership.ts';
import type { PopulationGap } from './gap.ts';
import type { Subject } from './subject.ts';
import { hidesKind, type SnapshotHeader } from './snapshot-header.ts';

/** The members of Compose projects that a snapshot holds of one kind, wherever they were read. */
export interface ProjectMembers {
  /** What Compose files declare: by project, or by project and name. */
  readonly declared: (project: string, name: string | undefined) => readonly Subject[];
  /** What engines hold: a list for each engine that has anything of the project. */
  readonly deployed: (project: string, name: string | undefined) => readonly (readonly Subject[])[];
  /** Whether an engine is among the targets. */
  readonly hasEngine: boolean;
  /** A Compose file of which the kind could not be read. */
  readonly unreadFile: PopulationGap | undefined;
  /** An engine of which the kind could not be listed. */
  readonly unlisted: PopulationGap | undefined;
  /** Something on an engine of which it could not be read whether it is a member. */
  readonly unread: Subject | undefined;
}

const key = (project: string, name: string): string => `${project}\n${name}`;
const none: readonly Subject[] = [];

/** Sorts the subjects of a kind by the projects that they are members of, or say that they are. */
export function projectMembers(
  header: SnapshotHeader,
  kind: string,
  subjects: Iterable<Subject>,
): ProjectMembers {
  const kinds = new Map(header.targets.map((target) => [target.id, target.kind]));
  const declared = new Map<string, Subject[]>();
  const deployed = new Map<string, Subject[]>();
  const engines = new Map<string, Set<string>>();
  let unread: Subject | undefined;
  for (const subject of subjects) {
    const from = kinds.get(subject.target);
    if (from !== 'compose' && from !== 'engine') continue;
    const member = membershipOf(subject);
    if (member === undefined) {
      if (from === 'engine') unread ??= subject;
    } else if (member !== null && from === 'compose') {
      push(declared, member.project, subject);
      push(declared, key(member.project, member.name), subject);
    } else if (member !== null) {
      const on = engines.get(member.project) ?? new Set<string>();
      engines.set(member.project, on.add(subject.target));
      const there = `${subject.target}\n${member.project}`;
      push(deployed, there, subject);
      push(deployed, key(there, member.name), subject);
    }
  }
  const gapOf = (from: string): PopulationGap | undefined =>
    header.gaps.find((gap) => kinds.get(gap.target) === from && hidesKind(header, gap, kind));
  return {
    declared: (project, name) =>
      declared.get(name === undefined ? project : key(project, name)) ?? none,
    deployed: (project, name) =>
      [...(engines.get(project) ?? [])].map((engine) => {
        const there = `${engine}\n${project}`;
        return deployed.get(name === undefined ? there : key(there, name)) ?? none;
      }),
    hasEngine: header.targets.some((target) => target.kind === 'engine'),
    unreadFile: gapOf('compose'),
    unlisted: gapOf('engine'),
    unread,
  };
}

function push(map: Map<string, Subject[]>, at: string, subject: Subject): void {
  const known = map.get(at);
  if (known) known.push(subject);
  else map.set(at, [subject]);
}
