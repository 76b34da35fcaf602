import type { Assessment } from '../../core/assessment/assessment.ts';
import type { SubjectRef } from '../../core/facts/subject.ts';
import type { ChangeCause } from './cause.ts';
import { findRecreated, type ImageUse, type Known, type Recreation } from './recreated.ts';

/** Subjects that are there at one of the two times alone; those of a target that came or went are not named one by one. */
export interface SubjectChanges {
  readonly appeared: readonly SubjectRef[];
  readonly gone: readonly SubjectRef[];
  readonly recreated: readonly Recreation[];
}

/** How the subjects of two assessments belong together. */
export interface Correspondence {
  readonly changes: SubjectChanges;
  /** The key of a subject of the later assessment, as the earlier one had it. */
  readonly earlierKey: (ref: SubjectRef) => string;
  /** Whether this subject of the later assessment was made anew in between. */
  readonly isRecreated: (ref: SubjectRef) => boolean;
  /** Why a subject is in one of the two alone; `undefined` where it is in both. */
  readonly causeOf: (ref: SubjectRef, side: 'before' | 'after') => ChangeCause | undefined;
}

/** Names a subject within an assessment. */
export const subjectKey = ({ target, kind, id }: SubjectRef): string =>
  JSON.stringify([target, kind, id]);

/** The subjects of one assessment, and what is known of them and of its reach. */
interface Side {
  readonly subjects: ReadonlyMap<string, SubjectRef>;
  /** Kinds that a control judges; of the others nothing is known to be there. */
  readonly kinds: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly outside: ReadonlySet<string>;
  readonly gaps: Assessment['gaps'];
  readonly known: (key: string, ref: SubjectRef) => Known;
}

/** Finds which subjects came, went or were made anew. */
export function matchSubjects(before: Assessment, after: Assessment): Correspondence {
  const [was, is] = [sideOf(before), sideOf(after)];
  const came = singles(is, was, ['subject-appeared', 'target-appeared']);
  const went = singles(was, is, ['subject-gone', 'target-gone']);
  const pick = (side: Side, all: typeof came, cause: ChangeCause): readonly Known[] =>
    [...all].flatMap(([key, each]) => (each.cause === cause ? [side.known(key, each.ref)] : []));
  const gone = pick(was, went, 'subject-gone');
  const appeared = pick(is, came, 'subject-appeared');
  const recreated = findRecreated(gone, appeared);
  const anew = new Map(
    recreated.map((each) => [subjectKey(each.after), subjectKey(each.before)] as const),
  );
  const earlier = new Set(anew.values());
  const of = (all: readonly Known[], isAnew: (key: string) => boolean): readonly SubjectRef[] =>
    all.flatMap(({ ref }) => (isAnew(subjectKey(ref)) ? [] : [ref]));
  return {
    changes: {
      appeared: of(appeared, (key) => anew.has(key)),
      gone: of(gone, (key) => earlier.has(key)),
      recreated,
    },
    earlierKey(ref) {
      const key = subjectKey(ref);
      return anew.get(key) ?? key;
    },
    isRecreated: (ref) => anew.has(subjectKey(ref)),
    causeOf(ref, side) {
      if (ref.id !== '*') return (side === 'after' ? came : went).get(subjectKey(ref))?.cause;
      // What stands for all of a kind comes when the last of them goes, and goes when the first comes.
      const others = [...(side === 'after' ? went : came).values()];
      return others.find((each) => each.ref.kind === ref.kind)?.cause;
    },
  };
}

type Single = { readonly ref: SubjectRef; readonly cause: ChangeCause };

/** The subjects of one side that the other does not have, and why it does not. */
function singles(
  one: Side,
  other: Side,
  [single, ofTarget]: readonly [ChangeCause, ChangeCause],
): ReadonlyMap<string, Single> {
  const found = new Map<string, Single>();
  for (const [key, ref] of one.subjects) {
    if (other.subjects.has(key) || !other.kinds.has(ref.kind)) continue;
    const cause = !other.targets.has(ref.target)
      ? ofTarget
      : other.outside.has(key)
        ? 'scope'
        : isHidden(other, ref)
          ? 'access'
          : single;
    found.set(key, { ref, cause });
  }
  return found;
}

/** Whether a list that could not be read may hold it, so that nobody knows whether it is there. */
const isHidden = ({ gaps }: Side, { target, kind }: SubjectRef): boolean =>
  gaps.some((gap) => gap.target === target && (gap.kind === null || gap.kind === kind));

function sideOf({ findings, catalog, targets, gaps, system, identities = [] }: Assessment): Side {
  const subjects = new Map<string, SubjectRef>();
  for (const { subject } of findings) {
    if (subject.id !== '*') subjects.set(subjectKey(subject), subject);
  }
  const byKey = new Map(identities.map((each) => [subjectKey(each.subject), each]));
  const digestsOf = (target: string, id: string | null): readonly string[] =>
    byKey.get(subjectKey({ target, kind: 'image', id: id ?? '', name: '' }))?.digests ?? [];
  const imageOf = (key: string, { kind, id, name, target }: SubjectRef): ImageUse | undefined => {
    if (kind === 'image') return { reference: name, id, digests: digestsOf(target, id) };
    const image = byKey.get(key)?.image;
    return image && { ...image, digests: digestsOf(target, image.id) };
  };
  return {
    subjects,
    kinds: new Set(catalog.controls.map(({ kind }) => kind)),
    targets: new Set(targets.map(({ id }) => id)),
    outside: new Set(system?.outside.map(({ subject }) => subjectKey(subject))),
    gaps,
    known: (key, ref) => ({ ref, identity: byKey.get(key), image: imageOf(key, ref) }),
  };
}
