import { membershipOf } from './compose-membership.ts';
import type { PopulationGap } from '../facts/gap.ts';
import type { Subject } from '../facts/subject.ts';
import { hidesKind, type SnapshotHeader } from './snapshot-header.ts';

/** The members of Compose projects that a snapshot holds of one kind, wherever they were read. */
export interface ProjectMembers {
  /** What Compose files declare: by project, or by project and name. */
  readonly declared: (project: string, name: string | undefined) => readonly Subject[];
  /** What each engine holds; nothing where no engine is among the targets. */
  readonly deployed: (
    project: string,
    name: string | undefined,
  ) => readonly { readonly target: string; readonly members: readonly Subject[] }[];
  /** A Compose file whose kind could not be read. */
  readonly unreadFile: PopulationGap | undefined;
  /** An engine whose list of the kind could not be read. */
  readonly unlisted: PopulationGap | undefined;
  /** Something on an engine whose membership could not be read. */
  readonly unread: Subject | undefined;
}

/** Names come from labels and hold anything, so that no sign of ours could part them. */
const key = (...names: readonly (string | undefined)[]): string => JSON.stringify(names);
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
  const engines = header.targets.filter((target) => target.kind === 'engine');
  let unread: Subject | undefined;
  for (const subject of subjects) {
    const from = kinds.get(subject.target);
    if (from !== 'compose' && from !== 'engine') continue;
    const member = membershipOf(subject);
    if (member === undefined) {
      if (from === 'engine') unread ??= subject;
    } else if (member !== null && from === 'compose') {
      push(declared, key(member.project, undefined), subject);
      push(declared, key(member.project, member.name), subject);
    } else if (member !== null) {
      push(deployed, key(subject.target, member.project, undefined), subject);
      push(deployed, key(subject.target, member.project, member.name), subject);
    }
  }
  const gapOf = (from: string): PopulationGap | undefined =>
    header.gaps.find((gap) => kinds.get(gap.target) === from && hidesKind(header, gap, kind));
  return {
    declared: (project, name) => declared.get(key(project, name)) ?? none,
    deployed: (project, name) =>
      engines.map(({ id }) => ({
        target: id,
        members: deployed.get(key(id, project, name)) ?? none,
      })),
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
