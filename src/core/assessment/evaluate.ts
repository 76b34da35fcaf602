import type { FindingStatus } from './finding-status.ts';
import {
  evaluate,
  misspelt,
  placeOf,
  recorderOf,
  sayUnread,
  type CheckContext,
} from '../controls/check.ts';
import { parametersOf, severityOf, type Catalog } from '../controls/catalog.ts';
import type { AnyControl } from '../controls/control.ts';
import { guardContext, guardParams } from '../controls/guard-keys.ts';
import type { Severity } from '../controls/severity.ts';
import { createLookup } from '../controls/lookup.ts';
import { createViewer } from '../recording/record.ts';
import type { Noted, Notes } from '../recording/notes.ts';
import { createRecorder, noGaps, type Met, type Recorder } from '../recording/recorder.ts';
import {
  createVerdictCache,
  forget,
  isOpen,
  recall,
  remember,
  type VerdictCache,
} from '../recording/verdict-cache.ts';
import { uniteKinds } from '../facts/extended-kind.ts';
import type { Subject, SubjectKind } from '../facts/subject.ts';
import type { Surroundings } from '../snapshot/context.ts';
import { text, type Text } from '../text.ts';
import { pass, type FailedPlace, type Verdict } from '../controls/verdict.ts';
import type { Waiver } from '../statements/waiver.ts';
import type { Accepted } from './waiving.ts';

/** What a control said of a subject, with the reads still in their raw form. */
export interface Judgement extends Noted {
  readonly control: AnyControl;
  readonly severity: Severity;
  readonly status: FindingStatus;
  /** Absent where the check gave no message; where waivers cover a part, the message about the rest. */
  readonly message: Text | undefined;
  /** The items of lists, and other parts, that it failed for and that no waiver covers; absent where that is not known. */
  readonly places: readonly FailedPlace[] | undefined;
  /** The live waiver that covers it when it failed. */
  readonly waiver: Waiver | undefined;
}

/** Judges one subject by every control of its kind, in the catalog's order. */
export type Evaluator = (subject: Subject) => readonly Judgement[];

/** A control as it is in force in a catalog. */
export interface Prepared {
  readonly control: AnyControl;
  /** Its place in the catalog, from 0. */
  readonly place: number;
  readonly severity: Severity;
  readonly ctx: CheckContext<never>;
  /** The control's own; here each has its place, which finds them faster than among a control's words. */
  readonly applies: AnyControl['applies'];
  readonly check: AnyControl['check'];
  /** Whether what a machine cannot tell is a person's to say. */
  readonly manual: boolean;
  readonly verdictCache: VerdictCache<Remembered>;
  /** Whether what the cache holds may depend on the other subjects around. */
  looksAround: boolean;
}

/** What a control said, and what it read for that. */
interface Said extends Pick<Judgement, 'status' | 'message' | 'places' | 'reads' | 'gaps'> {
  /** Whether the gaps are the subject's own. */
  readonly ownGaps: boolean;
}

/** What is remembered of it, for subjects for which the check would read the same. */
interface Remembered extends Said {
  /** Whether the message names places of its gaps, and so is another for a subject whose gaps lie elsewhere. */
  readonly namesPlaces: boolean;
  /** Whether it says that its gaps could not be read, and nothing else. */
  readonly isUnread: boolean;
}

/** All controls of one kind. */
interface Panel {
  readonly controls: Prepared[];
  /** Views its subjects, one after the other. */
  readonly view: (subject: Subject) => object;
}

/** Counts what a control said of a subject, and answers what waivers make of it if it failed. */
export type Settle = (
  prepared: Prepared,
  subject: Subject,
  said: Pick<Judgement, 'status' | 'message'>,
) => Accepted;

/**
 * Prepares a catalog for judging many subjects: parameters parsed once, one recorder for all.
 *
 * @param isOver asked before each check; once it says so, what is left is unknown
 * @throws PlimsollError `parameters-invalid`, `subject-invalid`
 */
export function createEvaluator(
  catalog: Catalog,
  around: Surroundings,
  settle: Settle,
  isOver: () => boolean = () => false,
): Evaluator {
  const recorder = createRecorder();
  const lookup = createLookup(recorder, around);
  const kinds = uniteKinds(catalog.controls.map(({ subject }) => subject));
  const panels = new Map<string, Panel>();
  for (const [place, control] of catalog.controls.entries()) {
    const { applies, check, question, subject } = control;
    const own: CheckContext<never> = {
      // A control's parameters are what its own check was typed with.
      params: guardParams(parametersOf(catalog, control), control.params, recorder) as never,
      collectedAt: around.collectedAt,
      all: lookup.all,
      find: lookup.find,
      declared: lookup.declared,
      deployed: lookup.deployed,
      [recorderOf]: recorder,
    };
    const ctx = guardContext(own, recorder);
    const severity = severityOf(catalog, control);
    const panel =
      panels.get(subject.kind) ?? createPanel(recorder, kinds.get(subject.kind) ?? subject);
    const manual = question !== undefined;
    const verdictCache = createVerdictCache<Remembered>();
    panel.controls.push({
      control,
      place,
      severity,
      ctx,
      applies,
      check,
      manual,
      verdictCache,
      looksAround: false,
    });
    panels.set(subject.kind, panel);
  }

  const say = (prepared: Prepared, view: never, subject: Subject): Said => {
    recorder.touched = noGaps;
    recorder.touches = 0;
    recorder.ends = 0;
    recorder.misreads = 0;
    recorder.count = 0;
    const { status: found, message, places: failed } = judge(prepared, view, recorder);
    const status = prepared.manual && found === 'unknown' ? 'manual' : found;
    const reads = recorder.reads.slice(0, recorder.count);
    const gaps = recorder.touched;
    const places = status === 'fail' ? failed : undefined;
    const ownGaps = gaps.some((met) => met.subject === subject);
    return { status, message, places, reads, gaps, ownGaps };
  };
  /** The same, once for all subjects for which the check would read the same. */
  const sayOnce = (prepared: Prepared, view: never, subject: Subject): Said => {
    const { verdictCache } = prepared;
    const known = recall(verdictCache);
    if (known !== undefined) {
      return known.ownGaps ? (withGapsOf(subject, known) ?? say(prepared, view, subject)) : known;
    }
    if (!isOpen(verdictCache)) return say(prepared, view, subject);
    const before = lookup.used();
    const asked = (recorder.asked = []);
    const said = say(prepared, view, subject);
    recorder.asked = undefined;
    const lookedAround = lookup.used() > before;
    // A check that looks around may have come upon its own subject there, which is the next one's neighbour.
    if (said.status !== 'error' && !(lookedAround && said.ownGaps)) {
      prepared.looksAround ||= lookedAround;
      remember(verdictCache, asked, toRemember(said));
    }
    return said;
  };

  return (subject) => {
    const panel = panels.get(subject.kind);
    if (panel === undefined) return [];
    if (lookup.enter(subject)) {
      for (const { controls } of panels.values()) {
        for (const { verdictCache, looksAround } of controls) if (looksAround) forget(verdictCache);
      }
    }
    // A view of this subject's facts is, to its check, the facts.
    const view = panel.view(subject) as never;
    const notes: Notes = {};
    return panel.controls.map((prepared) => {
      const { control, severity } = prepared;
      const said = isOver() ? late : sayOnce(prepared, view, subject);
      const { status, reads, gaps } = said;
      const { waiver, rest = said } = settle(prepared, subject, said);
      return {
        control,
        severity,
        subject,
        status,
        message: rest.message,
        places: rest.places,
        waiver,
        reads,
        gaps,
        notes,
      };
    });
  };
}

/** What is said where there was no time for the check. */
const late: Said = {
  status: 'unknown',
  message: text('timeout: time ran out before it was judged', '超时：时间用尽，未作判定'),
  places: undefined,
  reads: [],
  gaps: noGaps,
  ownGaps: false,
};

const toRemember = (said: Said): Remembered => {
  const { message, gaps } = said;
  if (gaps.length === 0) return { ...said, namesPlaces: false, isUnread: false };
  const spelled = `${message?.en}\n${message?.zh}`;
  const unread = sayUnread(gaps.map(({ gap }) => gap)).message;
  return {
    ...said,
    namesPlaces: gaps.some(({ gap }) => spelled.includes(placeOf(gap))),
    isUnread: message?.en === unread?.en && message?.zh === unread?.zh,
  };
};

/**
 * The same said of a subject with gaps like those that it was said of; `undefined` where its message names places of
 * gaps among other words, and those of this subject lie elsewhere.
 */
function withGapsOf(subject: Subject, said: Remembered): Said | undefined {
  const gaps = said.gaps.map(({ gap }) => ({
    subject,
    gap: subject.gaps.find(({ path }) => path === gap.path) ?? gap,
  }));
  if (!said.namesPlaces || arePlacedAlike(said.gaps, gaps)) return { ...said, gaps };
  if (!said.isUnread) return undefined;
  const { message } = sayUnread(gaps.map(({ gap }) => gap));
  return { ...said, gaps, message };
}

const arePlacedAlike = (one: readonly Met[], other: readonly Met[]): boolean =>
  one.every(({ gap }, at) => {
    const beside = other[at]?.gap;
    return beside === gap || (beside !== undefined && placeOf(beside) === placeOf(gap));
  });

function createPanel(recorder: Recorder, kind: SubjectKind): Panel {
  const controls: Prepared[] = [];
  const view = createViewer(recorder, kind, () => {
    for (const { verdictCache } of controls) forget(verdictCache);
  });
  return { controls, view };
}

function judge({ applies, check, ctx }: Prepared, view: never, recorder: Recorder): Verdict {
  let verdict = applies === undefined ? plainPass : evaluate(applies, view, ctx);
  if (verdict.status === 'fail') verdict = { ...verdict, status: 'not-applicable' };
  else if (verdict.status === 'pass') verdict = evaluate(check, view, ctx);
  // A failure stands on what was read; nothing else may stand beside a key that nobody knows.
  return recorder.misreads > 0 && verdict.status !== 'fail' ? misspelt(recorder) : verdict;
}

const plainPass = pass();
