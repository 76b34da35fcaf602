import type { VexFacts } from '../../../core/subjects/vex.ts';
import { statementsAbout, type Placed } from './statements-about.ts';
import { unfitness, type Said, type Unfit } from './unfit-statement.ts';

/** A vulnerability in a package of an image. */
export interface Known {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly purl: string | null;
}

/** What statements say of one vulnerability. */
export interface Word {
  /** Who sets it aside; `null` when nobody does. */
  readonly by: string | null;
  /** Statements that would, and are not applied: of those reported alike, the first and the last. */
  readonly unfit: readonly Unfit[];
}

/** The statements of all documents, by each id of the vulnerability that they are about. */
function statementsOf(documents: readonly VexFacts[]): ReadonlyMap<string, readonly Said[]> {
  const byId = new Map<string, Said[]>();
  for (const { format, author, statements } of documents) {
    for (const statement of statements) {
      for (const id of new Set([statement.vulnerability, ...statement.aliases])) {
        const known = byId.get(id);
        if (known) known.push({ format, author, statement });
        else byId.set(id, [{ format, author, statement }]);
      }
    }
  }
  return byId;
}

/** A statement, as far as it matters for whether something counts. */
interface Weighed {
  readonly place: number;
  readonly author: string;
  /** Whether it lets the vulnerability count. */
  readonly counts: boolean;
  readonly unfit: Unfit | null;
  /** Milliseconds; before all others when it is not given. */
  readonly time: number;
}

/**
 * Who says that a vulnerability does not count in an image with these digests: the author of the statement about it that was
 * made last, when it says `not-affected` or `fixed`. Of two made at one time, and of those without a time, the
 * one that lets it count wins. One that is not fit to set it aside is passed over; one that lets it count
 * needs no fitness, since that it counts is what holds without any.
 */
export function wordOn(
  documents: readonly VexFacts[],
  digests: readonly string[],
  collectedAt: string,
): (of: Known) => Word {
  const statements = statementsOf(documents);
  const weigh = ({ said, place }: Placed): Weighed => {
    const { status, saidAt } = said.statement;
    const counts = status === 'affected' || status === 'under-investigation';
    return {
      place,
      author: said.author,
      counts,
      unfit: counts ? null : unfitness(said, collectedAt),
      time: saidAt === null ? Number.NEGATIVE_INFINITY : Date.parse(saidAt),
    };
  };
  const about = remembered((id: string) => {
    const { image, ofPackage } = statementsAbout(statements.get(id) ?? [], digests);
    const ofImage = once(() => weightiest(image.map(weigh)));
    const ofPurl = remembered((purl: string) => weightiest(ofPackage(purl).map(weigh)));
    return (purl: string | null): readonly Weighed[] => {
      const own = purl === null ? [] : ofPurl(purl);
      return [...ofImage(), ...own].sort((a, b) => a.place - b.place);
    };
  });
  return (of) => {
    if (statements.size === 0) return { by: null, unfit: [] };
    // Where nobody says anything, what it is in is not asked: it would be evidence of nothing.
    const ids = [of.id, ...of.aliases].filter((id) => statements.has(id));
    const purl = ids.length > 0 ? of.purl : null;
    const said = ids.flatMap((id) => about(id)(purl));
    const newest = newestOf(said);
    return {
      by: newest.some(({ counts }) => counts) ? null : (newest[0]?.author ?? null),
      unfit: said.flatMap(({ unfit }) => unfit ?? []),
    };
  };
}

/** Those of them that are fit and were made last. */
function newestOf(said: readonly Weighed[]): readonly Weighed[] {
  const fit = said.filter(({ unfit }) => unfit === null);
  const last = fit.reduce((latest, { time }) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
  return fit.filter(({ time }) => time === last);
}

/** The few of many that decide as all of them do, together with whatever others. */
function weightiest(said: readonly Weighed[]): readonly Weighed[] {
  if (said.length < 3) return said;
  const newest = newestOf(said);
  const groups = new Map<string, Weighed[]>();
  for (const each of said) {
    if (each.unfit === null) continue;
    const key = toldAs(each.unfit);
    groups.set(key, [groups.get(key)?.[0] ?? each, each]);
  }
  const kept = [
    newest.find(({ counts }) => counts),
    newest.find(({ counts }) => !counts),
    ...[...groups.values()].flat(),
  ];
  return [...new Set(kept.flatMap((each) => each ?? []))].sort((a, b) => a.place - b.place);
}

/** What two statements that are not applied have in common when they are reported as one. */
export const toldAs = ({ why, author }: Unfit): string => `${why} ${author}`;

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
