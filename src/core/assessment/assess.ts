import {
  assessmentVersion,
  type Assessment,
  type ConfigurationFile,
  type Finding,
} from './assessment.ts';
import type { FindingStatus } from './finding-status.ts';
import type { CheckedAttestation } from '../statements/attestation.ts';
import { severityOf, type Catalog } from '../controls/catalog.ts';
import type { AnyControl } from '../controls/control.ts';
import type { Severity } from '../controls/severity.ts';
import { describeFinding } from './describe-finding.ts';
import { describeCatalog, paramsIn } from './describe-catalog.ts';
import { createEvaluator, type Evaluator, type Judgement, type Settle } from './evaluate.ts';
import { isStale } from './freshness.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { identityOf } from '../facts/identity.ts';
import { limitAssessment } from './limit-assessment.ts';
import type { AssessmentScope } from './scope.ts';
import type { NotApplicable } from '../statements/not-applicable.ts';
import { judgeFramework } from './judge-framework.ts';
import type { FrameworkSelection } from '../frameworks/selection.ts';
import { silencesOf } from './silent-controls.ts';
import type { PopulationGap } from '../facts/gap.ts';
import type { Quote, Snapshot } from '../snapshot/snapshot.ts';
import { describeAttestations, describeNotApplicable } from './describe-statements.ts';
import { refOf, type Subject } from '../facts/subject.ts';
import type { SnapshotHeader } from '../snapshot/snapshot-header.ts';
import type { SourceLines } from '../facts/source.ts';
import { surroundingsOf, within } from '../snapshot/context.ts';
import { outsideReasonOf, type Outsider, type SystemScope } from '../snapshot/system.ts';
import type { Tally } from '../frameworks/rollup.ts';
import { type Text, text } from '../text.ts';
import { tool } from '../tool.ts';
import { countFinding, emptyTally, sumTallies } from './tally.ts';
import type { Waiver, WaiverLimits } from '../statements/waiver.ts';
import { createWaiving, notAccepted } from './waiving.ts';
import { withoutLines } from '../snapshot/without-lines.ts';

/** Everything beside the snapshot that an assessment depends on. */
export interface AssessOptions {
  readonly catalog: Catalog;
  readonly frameworks?: readonly FrameworkSelection[];
  readonly waivers?: readonly Waiver[];
  /** For how many days a waiver may hold, by severity; a longer one accepts nothing. */
  readonly waiverLimits?: WaiverLimits | undefined;
  readonly attestations?: readonly CheckedAttestation[];
  /** Requirements that somebody stated as not applicable. */
  readonly notApplicable?: readonly NotApplicable[];
  /** The system under assessment; subjects outside of it are listed and not judged. */
  readonly system?: SystemScope | undefined;
  /** The day to which waivers, attestations and evidence are held, ISO 8601 UTC; absent means that of the snapshot. */
  readonly at?: string | undefined;
  /** What assesses, as the assessment names it; this package when absent. */
  readonly tool?: { readonly name: string; readonly version: string };
  /**
   * Asked between checks whether time is over; what is not judged by then is unknown. Only then does the result depend
   * on more than what is given here. There is no end when absent.
   */
  readonly isOver?: (() => boolean) | undefined;
  /** The files of the configuration that was loaded, to be named in the assessment; no verdict depends on them. */
  readonly configuration?: readonly ConfigurationFile[] | undefined;
}

/** Judges subjects one at a time and keeps only counts, so that any number can stream by. */
export interface Assessor {
  /**
   * Judges one subject by every control of its kind, and counts what they say; of a subject outside the
   * system under assessment nothing is said.
   */
  readonly judge: (subject: Subject) => readonly Judgement[];
  /** Writes a judgement out: message and observations. */
  readonly describe: (judgement: Judgement) => Finding;
  /** The findings of controls that had nothing to judge; call it once, after the last subject. */
  readonly finish: () => {
    readonly silences: readonly Finding[];
    readonly result: AssessmentResult;
  };
}

/** Different reasons that are kept of one control; more say nothing new of a requirement. */
const keptReasons = 3;

/** An assessment without its findings. */
export type AssessmentResult = Omit<Assessment, 'findings' | 'identities' | 'quotes'>;

/**
 * Prepares an assessment of subjects that stream by. `context` holds the subjects that controls may
 * look up; it may be fewer than are judged.
 *
 * @throws PlimsollError `parameters-invalid`, `framework-unknown`, `subject-invalid`
 */
export function createAssessor(
  header: SnapshotHeader,
  context: Iterable<Subject>,
  options: AssessOptions,
): Assessor {
  const { catalog, at = header.collectedAt } = options;
  const tallies = catalog.controls.map(() => emptyTally());
  const places = new Map(catalog.controls.map(({ id }, place) => [id, place]));
  const stale = catalog.controls.map(({ holds }) => isStale(header.collectedAt, holds, at));
  const reasons = catalog.controls.map(() => new Map<string, Text>());
  const reasonsOf = (id: string): readonly Text[] => [
    ...(reasons[places.get(id) ?? -1]?.values() ?? []),
  ];
  const tallyOf = (id: string): Tally | undefined => tallies[places.get(id) ?? -1];
  const { system, attestations = [], notApplicable: stated = [] } = options;
  const selections = options.frameworks ?? [];
  const outside: Outsider[] = [];
  const unjudged = createUnjudged();
  let factGaps = 0;
  let over = false;
  const isOver = options.isOver && ((): boolean => (over ||= options.isOver?.() === true));

  const count = (place: number, status: FindingStatus, waiver: Waiver | undefined): void => {
    const tally = tallies[place];
    if (tally) countFinding(tally, status, waiver, stale[place]);
  };
  const noteReason = (place: number, status: FindingStatus, message: Text | undefined): void => {
    const known = reasons[place];
    if (status !== 'not-applicable' || !message || !known || known.size >= keptReasons) return;
    known.set(message.en, message);
  };
  const around = surroundingsOf(header, context);
  // What would be said of a subject otherwise is counted nowhere.
  let again: Evaluator | undefined;
  const failureWithout = (control: AnyControl, subject: Subject, lines: readonly SourceLines[]) => {
    again ??= createEvaluator(catalog, around, () => notAccepted);
    const { subject: left, placeBefore } = withoutLines(subject, lines);
    const failed = again(left).find((each) => each.control === control && each.status === 'fail');
    return (
      failed && {
        message: failed.message,
        places: failed.places?.map((each) => ({ ...each, path: placeBefore(each.path) })),
      }
    );
  };
  const waiving = createWaiving({
    catalog,
    waivers: options.waivers ?? [],
    limits: options.waiverLimits,
    at,
    failureWithout,
  });
  const settle: Settle = ({ control, place }, subject, { status, message }) => {
    noteReason(place, status, message);
    const accepted = status === 'fail' ? waiving.accept(control, subject) : notAccepted;
    count(place, status, accepted.waiver);
    return accepted;
  };
  const failuresIn = (of: (tally: Tally) => number): Record<Severity, number> => {
    const sums = { critical: 0, high: 0, medium: 0, low: 0 };
    for (const [place, control] of catalog.controls.entries()) {
      sums[severityOf(catalog, control)] += of(tallies[place] ?? emptyTally());
    }
    return sums;
  };
  const aged = (finding: Finding): Finding =>
    stale[places.get(finding.controlId) ?? -1] === true ? { ...finding, stale: true } : finding;
  const evaluateSubject = createEvaluator(catalog, around, settle, isOver);

  return {
    judge(subject) {
      const reason = outsideReasonOf(system, subject);
      if (reason !== undefined) {
        outside.push({ subject: refOf(subject), reason });
        return [];
      }
      factGaps += subject.gaps.length;
      if (isOver?.() === true) {
        unjudged.add(subject);
        return [];
      }
      return evaluateSubject(subject);
    },
    describe: (judgement) => aged(describeFinding(judgement, header)),
    finish() {
      const gaps = [...header.gaps, ...unjudged.gaps()];
      const inScope = within({ ...header, gaps }, system);
      const outsideOf = groupBy(outside, ({ subject }) => subject.kind);
      const silences = catalog.controls.flatMap((control, place) => {
        const found = silencesOf(inScope, control, severityOf(catalog, control), {
          judged: judged(tallies[place]),
          outside: outsideOf.get(control.subject.kind) ?? [],
        });
        for (const { status, message } of found) {
          count(place, status, undefined);
          noteReason(place, status, message);
        }
        return found.map(aged);
      });
      const tally = sumTallies(tallies);
      const { compensated: _, ...counts } = tally;
      const findings = Object.values(counts).reduce((sum, each) => sum + each, 0);
      const paramsOf = paramsIn(catalog);
      const defaultsOf = paramsIn({ ...catalog, parameters: {} });
      const frameworks = selections.map((selection) =>
        judgeFramework(selection, {
          tallyOf,
          reasonsOf,
          paramsOf,
          defaultsOf,
          attestations,
          notApplicable: stated,
          at,
        }),
      );
      const result: AssessmentResult = {
        kind: 'plimsoll/assessment',
        version: assessmentVersion,
        tool: options.tool ?? tool,
        ...(options.configuration ? { configuration: [...options.configuration] } : {}),
        collectedAt: header.collectedAt,
        ...(options.at === undefined ? {} : { at: options.at }),
        targets: header.targets,
        ...(system ? { system: { ...system, outside } } : {}),
        population: header.population,
        gaps,
        ...(header.leftOut ? { leftOut: header.leftOut } : {}),
        factGaps,
        redactions: header.redactions,
        catalog: describeCatalog(catalog, tallyOf, { collectedAt: header.collectedAt, at }),
        frameworks,
        waivers: waiving.describe(),
        attestations: describeAttestations(attestations, selections, at),
        notApplicable: describeNotApplicable(stated, selections, frameworks, at),
        summary: {
          findings,
          tally,
          failures: failuresIn(({ fail }) => fail),
          withoutWaivers: failuresIn(({ fail, waived }) => fail + waived),
        },
      };
      return { silences, result };
    },
  };
}

/**
 * Judges a snapshot: a pure function of the snapshot, the catalog, the frameworks, the waivers and
 * the attestations. Equal input gives equal output, to the byte.
 *
 * @param options with `scope`, what the findings are limited to; everything is judged, and what is outside is counted
 * @throws PlimsollError `parameters-invalid`, `framework-unknown`, `subject-invalid`
 * @example
 * const assessment = assess(snapshot, { catalog: builtin });
 */
export function assess(
  snapshot: Snapshot,
  { scope, ...options }: AssessOptions & { readonly scope?: AssessmentScope | undefined },
): Assessment {
  const { subjects, ...header } = snapshot;
  const assessor = createAssessor(header, subjects, options);
  // By control; within one the subjects keep the snapshot's order.
  const byControl = new Map<string, Finding[]>(options.catalog.controls.map(({ id }) => [id, []]));
  const quoting = createQuoting(snapshot.quotes ?? []);
  const add = (finding: Finding): void => {
    byControl.get(finding.controlId)?.push(finding);
    quoting.see(finding);
  };
  for (const subject of subjects) {
    for (const judgement of assessor.judge(subject)) add(assessor.describe(judgement));
  }
  const { silences, result } = assessor.finish();
  for (const silence of silences) add(silence);
  // Far faster than `flat`.
  const findings = new Array<Finding>().concat(...byControl.values());
  const whole: Assessment = {
    ...result,
    identities: subjects
      .filter((subject) => outsideReasonOf(options.system, subject) === undefined)
      .flatMap((subject) => identityOf(subject) ?? []),
    findings,
    ...quoting.used(),
  };
  return scope ? limitAssessment(whole, scope) : whole;
}

/** Counts the subjects that were not judged in time, which are a gap of their kind. */
function createUnjudged() {
  const counts = new Map<string, { target: string; kind: string; count: number }>();
  return {
    add({ target, kind }: Subject): void {
      const key = `${target}\n${kind}`;
      const known = counts.get(key) ?? { target, kind, count: 0 };
      known.count += 1;
      counts.set(key, known);
    },
    gaps: (): readonly PopulationGap[] =>
      Array.from(counts.values(), ({ target, kind, count }) => ({
        target,
        kind,
        reason: 'timeout',
        detail: text(
          `time ran out before ${count} were judged`,
          `时间用尽，${count} 个对象未作判定`,
        ),
      })),
  };
}

/** Ensures that only files which findings point into are quoted; of a file outside the system nothing is shown. */
function createQuoting(quotes: readonly Quote[]) {
  const used = new Set<string>();
  const keyOf = (target: string, path: string): string => `${target}\n${path}`;
  let last = { target: '', path: '' };
  return {
    see({ subject: { target }, observations }: Finding): void {
      if (quotes.length === 0) return;
      for (const { source } of observations) {
        if (source?.kind !== 'file') continue;
        const { path } = source;
        if (path === last.path && target === last.target) continue;
        last = { target, path };
        used.add(keyOf(target, path));
      }
    },
    used(): Pick<Assessment, 'quotes'> {
      const shown = quotes.filter(({ target, path }) => used.has(keyOf(target, path)));
      return shown.length > 0 ? { quotes: shown } : {};
    },
  };
}

const judged = (tally: Tally | undefined): number =>
  tally ? Object.values<number>({ ...tally }).reduce((sum, count) => sum + count, 0) : 0;
