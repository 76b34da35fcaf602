import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { isLapsed } from '../../core/assessment/freshness.ts';
import { controlsOf, type CatalogChanges, type ParameterChange } from './catalog.ts';
import type { ChangeCause } from './cause.ts';
import { compareReadings, type FactChange } from './readings.ts';
import { subjectKey, type Correspondence } from './subjects.ts';
import { isSameWaiver, type WaiverChange } from './waivers.ts';

/** Why something is another, and which facts say so. */
export interface Explanation {
  readonly causes: readonly ChangeCause[];
  readonly facts: readonly FactChange[];
}

/** All that changed between two assessments, apart from what follows from it. */
export interface Changes {
  readonly subjects: Correspondence;
  readonly catalog: CatalogChanges;
  readonly parameters: readonly ParameterChange[];
  readonly waivers: readonly WaiverChange[];
}

/** Explains findings by the changes that caused them. */
export interface Explainer {
  /** Why a finding is there at one of the two times alone. */
  readonly single: (finding: Finding, side: 'before' | 'after') => Explanation;
  /** Why a finding has another state. */
  readonly changed: (before: Finding, after: Finding) => Explanation;
  /** Controls whose parameters changed. */
  readonly retuned: ReadonlySet<string>;
  /** What is left when nothing that was recorded explains it. */
  readonly rest: ChangeCause;
}

/** Prepares the explanations of the findings of two assessments. */
export function createExplainer(
  before: Assessment,
  after: Assessment,
  { subjects, catalog, parameters, waivers }: Changes,
): Explainer {
  const [had, has] = [controlsOf(before), controlsOf(after)];
  const retuned = new Set(parameters.map(({ control }) => control));
  const isRenewed = catalog.catalog !== null || catalog.tool !== null;
  const sameDay = before.collectedAt === after.collectedAt && before.at === after.at;
  const rest = isRenewed ? 'catalog' : sameDay ? 'unexplained' : 'time';
  const keyOf = { before: subjectKey, after: subjects.earlierKey };

  /** Facts that were read at one time alone say something only where their subject was not there at the other. */
  const causeOfDetour = ({ subject, change }: FactChange): ChangeCause | undefined =>
    subject && subjects.causeOf(subject, change === 'new' ? 'after' : 'before');

  return {
    retuned,
    rest,
    single({ controlId, subject }, side) {
      const isKnown = had.get(controlId)?.kind === has.get(controlId)?.kind;
      const cause = isKnown ? (subjects.causeOf(subject, side) ?? 'access') : 'catalog';
      return { causes: [cause], facts: [] };
    },
    changed(earlier, later) {
      const onFacts = subjects.isRecreated(later.subject) ? 'recreated' : 'facts';
      if (earlier.status === 'fail' && later.status === 'fail') {
        const waiver = later.waiver ?? earlier.waiver;
        const isOther = waivers.some((each) => waiver && isSameWaiver(each.waiver, waiver));
        return { causes: [isOther ? 'waiver' : onFacts], facts: [] };
      }
      if (earlier.status === later.status && isLapsed(earlier) !== isLapsed(later)) {
        const { controlId: id } = later;
        // The day is another one, unless somebody set how long evidence holds.
        const isReset = had.get(id)?.holds !== has.get(id)?.holds;
        return { causes: [isReset ? 'parameters' : 'time'], facts: [] };
      }
      const facts = compareReadings(earlier, later, keyOf);
      const clear = facts.filter(({ change }) => change !== 'new' && change !== 'no-more');
      const causes = new Set<ChangeCause>();
      for (const { change } of clear) causes.add(change === 'value' ? onFacts : 'access');
      if (retuned.has(later.controlId)) causes.add('parameters');
      if (causes.size > 0) return { causes: [...causes], facts: clear };
      if (isRenewed) causes.add('catalog');
      for (const each of facts) causes.add(causeOfDetour(each) ?? onFacts);
      return { causes: causes.size > 0 ? [...causes] : [rest], facts };
    },
  };
}
