import { inBoth, joinTexts, text, type Text, type Wording } from '../text.ts';
import { faultsOf, sumUp } from './faults.ts';

/**
 * What a check says of one subject. `error` is for the engine alone: a check that threw.
 */
export type VerdictStatus = 'pass' | 'fail' | 'unknown' | 'error' | 'not-applicable';

/** A status with the sentence that explains it. */
export interface Verdict {
  readonly status: VerdictStatus;
  readonly message?: Text;
  /**
   * The items of lists, and other parts, that a failure is about, all of them; absent where that is not said, or not of all. A pass
   * that is a failure turned about keeps them, for when it is turned about again.
   */
  readonly places?: readonly FailedPlace[];
}

/** One item of a list, or another part of the subject, that failed. */
export interface FailedPlace {
  /** JSON Pointer in the facts of the subject that is judged. */
  readonly path: string;
  /** What is said of it alone. */
  readonly message?: Text | undefined;
}

function verdict(status: VerdictStatus, message: Wording | undefined): Verdict {
  return message === undefined ? { status } : { status, message: inBoth(message) };
}

const plainPass: Verdict = Object.freeze({ status: 'pass' });
const plainFail: Verdict = Object.freeze({ status: 'fail' });

/** The subject does what the control asks. */
export const pass = (message?: Wording): Verdict =>
  message === undefined ? plainPass : verdict('pass', message);

/**
 * The subject does not do what the control asks; say what is wrong and with which part, in one string or in both
 * languages.
 */
export const fail = (message?: Wording): Verdict =>
  message === undefined ? plainFail : verdict('fail', message);

/**
 * Fails on several values, each a fault by itself: once one of them is fixed, the rest is nothing new.
 *
 * @param say what is said of some of them; of all for the message, and of each alone for its fault
 */
export const failOnValues = (
  values: readonly string[],
  say: (values: readonly string[]) => Text,
): Verdict => fail(sumUp(say(values), () => values.map((value) => say([value]).en)));

/** The verdict cannot be decided. Seldom needed: reading a gap is `unknown` by itself. */
export const unknown = (message?: Wording): Verdict => verdict('unknown', message);

/** The control has nothing to judge here; the reason is shown to the reader. */
export const notApplicable = (reason: Wording): Verdict => verdict('not-applicable', reason);

/** Conjunction: fail, then error, then unknown, then pass; not-applicable counts only alone. */
const conjunctionOrder = ['fail', 'error', 'unknown', 'pass', 'not-applicable'] as const;
/** Disjunction: pass, then error, then unknown, then fail; not-applicable counts only alone. */
const disjunctionOrder = ['pass', 'error', 'unknown', 'fail', 'not-applicable'] as const;

/** More than a handful of messages says less, not more. */
const shownMessages = 5;

function summarise(all: readonly Text[]): Text | undefined {
  if (all.length <= 1) return all[0];
  // Several parts may say the same thing: once is enough.
  const messages = [...new Map(all.map((message) => [message.en, message])).values()];
  const more = messages.length - shownMessages;
  const shown = messages.slice(0, shownMessages);
  if (more > 0) shown.push(text(`and ${more} more`, `另有 ${more} 项`));
  return joinTexts(shown);
}

/** The first status of `order` that any of the verdicts has, at the last that at `place`, with what those verdicts say. */
function decide(
  verdicts: readonly Verdict[],
  order: readonly VerdictStatus[],
  place = order.length,
): Verdict {
  const [only] = verdicts;
  if (only && verdicts.length === 1 && place >= order.indexOf(only.status)) return only;
  let first = place;
  for (const { status } of verdicts) first = Math.min(first, order.indexOf(status));
  const status = order[first];
  if (status === undefined) return pass();
  const messages: Text[] = [];
  let silent = 0;
  for (const each of verdicts) {
    if (each.status !== status) continue;
    if (each.message) messages.push(each.message);
    else silent += 1;
  }
  const message = summarise(messages);
  if (status !== 'fail') return verdict(status, message);
  const failed = verdicts.filter((each) => each.status === 'fail');
  // Beside one that does not say what it is about, the others would be taken for all there is.
  const places = failed.every((each) => each.places)
    ? failed.flatMap((each) => each.places ?? [])
    : [];
  return failedAt(
    places,
    verdict(
      status,
      message && messages.length + silent > 1
        ? sumUp({ ...message }, () => [
            ...messages.flatMap(faultsOf),
            ...Array<string>(silent).fill(''),
          ])
        : message,
    ),
  );
}

/** A verdict with the items that it is about; of one that says itself what it is about, that stays. */
export function failedAt(places: readonly FailedPlace[], failure: Verdict): Verdict {
  return places.length === 0 || failure.places ? failure : { ...failure, places };
}

/** A failure that is about one part of the subject, at a JSON Pointer in its facts. */
export const failureAt = (path: string, failure: Verdict): Verdict =>
  failedAt([{ path, message: failure.message }], failure);

/** One failure that is about several items of a list, all together; the list stands at a JSON Pointer in the facts. */
export function failureAmong<Item extends object>(
  path: string,
  list: readonly Item[],
  wrong: readonly Item[],
  failure: Verdict,
): Verdict {
  const about = new Set(wrong);
  const places = list.flatMap((item, at) => (about.has(item) ? [{ path: `${path}/${at}` }] : []));
  return failedAt(places, failure);
}

/** What is said of several parts. Nearly always a part passes and there is nothing to say: that is only counted. */
export interface Verdicts {
  plainPasses: number;
  /** Whether there may be more parts than were judged; what is said of those stands among the others. */
  open: boolean;
  readonly others: Verdict[];
}

/** The verdicts on no part yet. */
export const noVerdicts = (): Verdicts => ({ plainPasses: 0, open: false, others: [] });

/** Adds the verdict on one more part. */
export function addVerdict(to: Verdicts, of: Verdict): void {
  if (of === plainPass) to.plainPasses += 1;
  else to.others.push(of);
}

/** Kleene's conjunction of verdicts, and of plain passes beside them; of none it is pass. */
export const conjunction = (verdicts: readonly Verdict[], plainPasses = 0): Verdict =>
  verdicts.length === 0
    ? plainPass
    : decide(
        verdicts,
        conjunctionOrder,
        plainPasses > 0 ? conjunctionOrder.indexOf('pass') : undefined,
      );

/** Kleene's disjunction of verdicts; of none it is fail. */
export const disjunction = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.length === 0 ? fail() : decide(verdicts, disjunctionOrder);

/** Kleene's negation: pass and fail change places, all else stays. */
export function negation(of: Verdict): Verdict {
  if (of.status === 'pass') return failedAt(of.places ?? [], fail(of.message));
  if (of.status === 'fail') return failedAt(of.places ?? [], pass(of.message));
  return of;
}
