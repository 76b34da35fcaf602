import { namedKinds } from './named-kinds.ts';
import type { PopulationGap } from '../facts/gap.ts';
import type { Snapshot } from './snapshot.ts';

/** A snapshot without its subjects: all that is needed to judge subjects as they stream by. */
export type SnapshotHeader = Omit<Snapshot, 'subjects'>;

/**
 * Whether a gap hides subjects of a kind: it names the kind, or it is over a whole target of the sort
 * that would have held them.
 */
export function hidesKind(header: SnapshotHeader, gap: PopulationGap, kind: string): boolean {
  if (gap.kind !== null) return gap.kind === kind;
  if (namedKinds[kind]) return false;
  const target = header.targets.find(({ id }) => id === gap.target);
  return (kind === 'host') === (target?.kind === 'host');
}
