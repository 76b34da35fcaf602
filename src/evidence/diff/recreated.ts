import type { Identity } from '../../core/facts/identity.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { SubjectRef } from '../../core/facts/subject.ts';

/**
 * What a subject that was made anew was known by: the Swarm service or the Compose service that it belongs to,
 * which is strong, or its name alone, which is a hint, since names are re-used.
 */
export type Match = 'service' | 'compose' | 'name';

/** An image as shown for a subject. */
export interface ImageUse {
  readonly reference: string;
  /** `null` when there is none yet. */
  readonly id: string | null;
  /** Digests that a registry knows it by; empty when it knows none, or nobody read them. */
  readonly digests: readonly string[];
}

/** A subject that went and another that took its place. */
export interface Recreation {
  readonly before: SubjectRef;
  readonly after: SubjectRef;
  readonly matched: Match;
  /** The image of each; absent where one of the two is not known. */
  readonly image?: { readonly before: ImageUse; readonly after: ImageUse };
  /** Whether the image is another one; `null` where that is not known. */
  readonly otherImage: boolean | null;
}

/** A subject with what is known of it beyond its id. */
export interface Known {
  readonly ref: SubjectRef;
  readonly identity: Identity | undefined;
  readonly image: ImageUse | undefined;
}

/** The key by which two subjects are one and the same to a round; `undefined` when it does not fit. */
type Round = readonly [Match, (known: Known) => readonly unknown[] | undefined];

/** A task of a Swarm service is called `web.1.ID`, where the id is new each time. */
const slotOf = (name: string): string => name.replace(/\.[^.]*$/, '');

const rounds: readonly Round[] = [
  [
    'service',
    ({ ref, identity }) => identity?.service && [identity.service.name, slotOf(ref.name)],
  ],
  ['service', ({ identity }) => identity?.service && [identity.service.name]],
  ['compose', ({ ref, identity }) => identity?.compose && [identity.compose, ref.name]],
  ['compose', ({ identity }) => identity?.compose && [identity.compose]],
  // Something else's service is something else, even under the same name.
  [
    'name',
    ({ ref, identity }) =>
      ref.name === ref.id || ref.name.startsWith('<none>')
        ? undefined
        : [ref.name, identity?.compose, identity?.service?.name],
  ],
];

/** Finds the subjects that went only to be made anew, the surest sign first; of a target and a kind each. */
export function findRecreated(
  gone: readonly Known[],
  appeared: readonly Known[],
): readonly Recreation[] {
  const found: Recreation[] = [];
  let [left, come] = [gone, appeared];
  for (const [matched, keyOf] of rounds) {
    if (left.length === 0 || come.length === 0) break;
    const key = (known: Known): string => {
      const { target, kind } = known.ref;
      const own = keyOf(known);
      return own === undefined ? '' : JSON.stringify([target, kind, known.identity?.origin, own]);
    };
    const taken = new Set<Known>();
    const candidates = groupBy(come, key);
    for (const [at, olds] of groupBy(left, key)) {
      const news = at === '' ? [] : byName(candidates.get(at) ?? []);
      for (const [place, old] of byName(olds).entries()) {
        const now = news[place];
        if (now === undefined) break;
        found.push(recreation(old, now, matched));
        taken.add(old).add(now);
      }
    }
    left = left.filter((known) => !taken.has(known));
    come = come.filter((known) => !taken.has(known));
  }
  return found;
}

const byName = (all: readonly Known[]): readonly Known[] =>
  all.toSorted((a, b) => (a.ref.name < b.ref.name ? -1 : a.ref.name > b.ref.name ? 1 : 0));

function recreation(before: Known, after: Known, matched: Match): Recreation {
  const base = { before: before.ref, after: after.ref, matched };
  if (before.image === undefined || after.image === undefined) return { ...base, otherImage: null };
  const [was, is] = [before.image.id, after.image.id];
  return {
    ...base,
    image: { before: before.image, after: after.image },
    otherImage: was === null || is === null ? null : was !== is,
  };
}
