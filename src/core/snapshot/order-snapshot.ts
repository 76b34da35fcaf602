import type { Subject } from '../facts/subject.ts';
import type { Snapshot } from './snapshot.ts';

/** The version of the snapshot's form; a reader accepts its own major version only. */
export const snapshotVersion = '1.3';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order in which subjects stand everywhere: by target, kind, name and id, by code unit. Names stay when what bears
 * them is made anew, and a reader finds them.
 */
export const compareSubjects = (a: Subject, b: Subject): number =>
  byText(a.target, b.target) ||
  byText(a.kind, b.kind) ||
  byText(a.name, b.name) ||
  byText(a.id, b.id);

/** Puts everything in its stable order, so that equal content has equal bytes. */
export function orderSnapshot(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    targets: snapshot.targets.toSorted((a, b) => byText(a.id, b.id)),
    population: snapshot.population.toSorted(
      (a, b) => byText(a.target, b.target) || byText(a.kind, b.kind),
    ),
    gaps: snapshot.gaps.toSorted(
      (a, b) => byText(a.target, b.target) || byText(a.kind ?? '', b.kind ?? ''),
    ),
    redactions: snapshot.redactions.toSorted((a, b) => byText(a.rule, b.rule)),
    subjects: snapshot.subjects.toSorted(compareSubjects),
    ...(snapshot.leftOut
      ? { leftOut: snapshot.leftOut.toSorted((a, b) => byText(a.path, b.path)) }
      : {}),
    ...(snapshot.quotes
      ? {
          quotes: snapshot.quotes.toSorted(
            (a, b) => byText(a.target, b.target) || byText(a.path, b.path),
          ),
        }
      : {}),
  };
}
