import type { DescribedRequest } from '../collectors/engine/create/request-reader.ts';
import { createAssessor, type AssessOptions } from '../core/assessment/assess.ts';
import type { Catalog } from '../core/controls/catalog.ts';
import type { Judgement } from '../core/assessment/evaluate.ts';
import type { Subject } from '../core/facts/subject.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';

/**
 * Judges what a request would make as one more workload of the engine, or in the place of the one that it changes.
 *
 * @returns of each judgement, whether the container was judged so already, word for word, before the request
 */
export function judgeRequest(
  { subject, before, origins }: Pick<DescribedRequest, 'subject' | 'before' | 'origins'>,
  { subjects, ...header }: Snapshot,
  options: AssessOptions,
): readonly (Judgement & { readonly isOld: boolean })[] {
  const around = { ...header, origins: { ...header.origins, ...origins } };
  const others = subjects.filter((each) => !isSame(each, subject));
  const catalog = catalogFor(options.catalog, subject.kind);
  const judging = { ...options, catalog };
  const judge = (of: Subject) => createAssessor(around, [...others, of], judging).judge(of);
  const old = new Map(before ? judge(before).map((each) => [each.control, each]) : []);
  return judge(subject).map((each) => {
    const was = old.get(each.control);
    const isOld =
      was !== undefined && was.status === each.status && was.message?.en === each.message?.en;
    return { ...each, isOld };
  });
}

const ofKind = new WeakMap<Catalog, Map<string, Catalog>>();

/** The controls of one kind alone: to prepare the others takes longer than to judge. */
function catalogFor(catalog: Catalog, kind: string): Catalog {
  const known = ofKind.get(catalog) ?? new Map<string, Catalog>();
  ofKind.set(catalog, known);
  const found = known.get(kind) ?? {
    ...catalog,
    controls: catalog.controls.filter(({ subject }) => subject.kind === kind),
  };
  known.set(kind, found);
  return found;
}

const isSame = (a: Subject, b: Subject): boolean =>
  a.kind === b.kind && a.id === b.id && a.target === b.target;
