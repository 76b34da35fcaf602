import type { PopulationGap } from '../../../core/facts/gap.ts';
import type { Population } from '../../../core/snapshot/snapshot.ts';
import type { Subject, SubjectKind } from '../../../core/facts/subject.ts';
import { missing, read, type Missing } from '../../gathering/partial-facts.ts';
import { toSubject } from '../../gathering/to-subject.ts';
import type { TakenAnswer } from '../api-schemas/ask-engine.ts';
import { origins, type OriginName } from '../origins/origins.ts';
import { withPresentSources } from './present-sources.ts';
import type { Identity, Listing } from '../reading/listing.ts';
import type { Answer, Failure } from '../client/failure.ts';
import { inLanguage, text, type Text } from '../../../core/text.ts';
import { createTurns } from '../../gathering/turns.ts';

/** Subjects, and what became of their kinds. */
export interface Assembly {
  readonly subjects: readonly Subject[];
  readonly population: readonly Population[];
  readonly gaps: readonly PopulationGap[];
}

/** What is put together, and until when. */
export interface Assembling {
  readonly target: string;
  /** What was read of each answer, which says where the facts stand. */
  readonly taken: TakenAnswer;
  /** Why no more time is left, looked at before each thing; what is not put together by then is a gap. */
  readonly ended: () => Text | undefined;
}

/** One listing, turned into facts. */
interface ProjectedListing {
  readonly origin: OriginName;
  readonly listing: Listing<unknown>;
  /** The facts of one thing of it, by its place. */
  readonly factsAt: (at: number) => Readonly<Record<string, unknown>> | Missing;
}

/** Turns what was read of a listing into facts; of what could not be read, nothing is left but that. */
export const projectFacts = <T>(
  origin: OriginName,
  listing: Listing<T>,
  factsOf: (value: T, id: string) => ReturnType<ProjectedListing['factsAt']>,
): ProjectedListing => ({
  origin,
  listing,
  factsAt: (at) => {
    const item = listing.items[at];
    if (!item) return nothing;
    const { id, answer } = item;
    return 'value' in answer ? read(() => factsOf(answer.value, id)) : missing(answer.failure);
  },
});

/**
 * Makes the subjects of all listings that are of one kind, with its population: for a listing that failed,
 * a gap over the kind; for a thing that could not be read, a subject that is nothing but a gap.
 */
export async function assemble(
  { target, taken, ended }: Assembling,
  kind: SubjectKind,
  projected: readonly ProjectedListing[],
): Promise<Assembly> {
  const subjects: Subject[] = [];
  const gaps: PopulationGap[] = [];
  const turn = createTurns();
  let [existed, readCount] = [0, 0];
  const gone: Identity[] = [];
  for (const { origin, listing, factsAt } of projected) {
    existed += listing.existed;
    gone.push(...listing.vanished);
    const incomplete = listing.failure ?? listing.over;
    if (incomplete) addGap(gaps, gapOver(target, kind, incomplete));
    for (const [at, { id, name, answer }] of listing.items.entries()) {
      const others = turn();
      if (others) await others;
      const why = ended();
      if ('value' in answer && why === undefined) readCount += 1;
      const facts = why === undefined || 'failure' in answer ? factsAt(at) : late(why);
      const subject = toSubject({ kind, id, name, target, origin, facts });
      subjects.push(withPresentSources(subject, origins[origin], taken));
    }
  }
  // None listed is not none there: where a list failed, only what others listed counts.
  const isCounted = existed > 0 || projected.every(({ listing }) => !listing.failure);
  const population: Population = {
    target,
    kind: kind.kind,
    existed,
    read: readCount,
    vanished: gone.length,
    ...(gone.length > 0 ? { gone: gone.toSorted(byName) } : {}),
  };
  return { subjects, population: isCounted ? [population] : [], gaps };
}

const byName = (a: Identity, b: Identity): number =>
  a.name < b.name || (a.name === b.name && a.id < b.id) ? -1 : 1;

const nothing = missing({
  reason: 'unavailable',
  detail: text('nothing was read', '未读取任何内容'),
});

const late = (why: Text): Missing =>
  missing({
    reason: 'timeout',
    detail: text(`it was not put together: ${why.en}`, `未及整理：${why.zh}`),
  });

/** Several lists of a kind may fail for one reason. */
function addGap(gaps: PopulationGap[], gap: PopulationGap): void {
  const said = inLanguage(gap.detail, 'en');
  const known = gaps.some(
    ({ kind, detail }) => kind === gap.kind && inLanguage(detail, 'en') === said,
  );
  if (!known) gaps.push(gap);
}

function gapOver(
  target: string,
  { kind }: SubjectKind,
  { reason, detail, source }: Failure,
): PopulationGap {
  return { target, kind, reason, detail, ...(source ? { source } : {}) };
}

/** An answer as a part of facts. */
export const toPart = <T>(answer: Answer<T>): T | Missing =>
  'value' in answer ? answer.value : missing(answer.failure);

/** A listing of one thing that is there for certain. */
export const only = <T>(id: string, name: string, value: T): Listing<T> => ({
  existed: 1,
  vanished: [],
  items: [{ id, name, answer: { value } }],
});
