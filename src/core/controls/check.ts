import { GapTouched, type Recorder, UnknownKey } from '../recording/recorder.ts';
import type { FactsOf, SubjectKind } from '../facts/subject.ts';
import type { EngineFacts } from '../subjects/engine.ts';
import { describeGap, type Gap } from '../facts/gap.ts';
import { text } from '../text.ts';
import { readVerdict } from './read-verdict.ts';
import { sayThrown } from './say-thrown.ts';
import { fail, pass, unknown, type Verdict } from './verdict.ts';

/** The engine's notebook, out of reach of the authors of checks. */
export const recorderOf: unique symbol = Symbol('recorder');

/** What a check may know beside its subject's facts. */
export interface CheckContext<Params = unknown> {
  /** The control's parameters as they are in force, defaults filled in. */
  readonly params: Params;
  /** When the snapshot was taken, ISO 8601 UTC: the only clock there is. */
  readonly collectedAt: string;
  /**
   * All subjects of a kind on the same machine as the subject being judged, less those of other engines than its own;
   * what is read of them is recorded as well. Reads a gap when the kind could not be listed.
   */
  readonly all: <K extends SubjectKind>(kind: K) => readonly FactsOf<K>[];
  /** The subject of that kind and id on the same machine, or `undefined` when there is none. */
  readonly find: <K extends SubjectKind>(kind: K, id: string) => FactsOf<K> | undefined;
  /**
   * What the Compose files among the targets declare of a kind in a project, on whatever machine that is to run; all of
   * the project, or what it calls by `name`. Reads a gap where there is none and a file could not be read.
   */
  readonly declared: <K extends SubjectKind>(
    kind: K,
    project: string,
    name?: string,
  ) => readonly FactsOf<K>[];
  /**
   * What engines hold of a kind in a project, engine by engine; `undefined` where no engine is among the targets.
   * Membership is by labels, which anybody may write. Reads a gap where an engine's list could not be read as a whole.
   */
  readonly deployed: <K extends SubjectKind>(
    kind: K,
    project: string,
    name?: string,
  ) => readonly Deployed<FactsOf<K>>[] | undefined;
  readonly [recorderOf]: Recorder;
}

/** What one engine holds of a project. */
export interface Deployed<T> {
  /** The engine itself; `undefined` where nothing of it could be read. */
  readonly engine: EngineFacts | undefined;
  readonly members: readonly T[];
}

/**
 * A pure, synchronous judgement of facts: no I/O, no clock, no memory. It may run once for all subjects for which it
 * reads the same.
 */
export type Check<T, Params = unknown> = (facts: T, ctx: CheckContext<Params>) => boolean | Verdict;

/**
 * A check of whatever has these facts and more. In `all` and its like it leaves open what else the others read: the kind
 * that is judged settles that.
 */
export type PartCheck<T, Params = unknown> = <Whole extends T>(
  facts: Whole,
  ctx: CheckContext<Params>,
) => boolean | Verdict;

/** The same of one that needs nothing but the facts; it leaves open what parameters the others take as well. */
export type PlainCheck<T> = <Whole extends T>(facts: Whole) => boolean | Verdict;

const threeValued = new WeakSet<object>();

/** Marks a function as one that has settled the gaps of its parts by itself. */
export function combinator<T, P>(check: Check<T, P>): Check<T, P> {
  threeValued.add(check);
  return check;
}

/**
 * Runs a check and settles what it means. A plain function that read a gap is `unknown` whatever it
 * returned or caught, and one that read a key that no schema has is an `error`; a combinator has settled its parts
 * itself. A throw is `error`.
 */
export function evaluate<T, P>(check: Check<T, P>, facts: T, ctx: CheckContext<P>): Verdict {
  const recorder = ctx[recorderOf];
  const { touches: before, misreads } = recorder;
  let result: unknown;
  try {
    result = check(facts, ctx);
    if (threeValued.has(check)) return result as Verdict;
    if (recorder.misreads > misreads) return misspelt(recorder);
    if (recorder.touches > before) return unreadable(recorder, before);
    if (result === true || result === passed) return passed;
    if (result === false || result === failed) return failed;
    return readVerdict(result) ?? refused(result);
  } catch (cause) {
    return broken(cause, recorder, before, misreads);
  }
}

const passed = pass();
const failed = fail();

/** The verdict on a check that threw: on a gap it is `unknown`, and otherwise an error. */
export function broken(
  cause: unknown,
  recorder: Recorder,
  before: number,
  misreads: number,
): Verdict {
  if (recorder.misreads > misreads) return misspelt(recorder);
  if (recorder.touches > before || cause instanceof GapTouched) return unreadable(recorder, before);
  if (cause instanceof UnknownKey) return { status: 'error', message: cause.said };
  const what = sayThrown(cause);
  return {
    status: 'error',
    message: text(`The check threw ${what}`, `检查函数抛出异常 ${what}`),
  };
}

/** The verdict on a check that read a key that no schema has. */
export const misspelt = ({ misread }: Recorder): Verdict => ({
  status: 'error',
  ...(misread === undefined ? {} : { message: misread.said }),
});

/** The verdict on a check that returned neither a boolean nor a verdict. */
function refused(result: unknown): Verdict {
  if (isThenable(result)) {
    // What it rejects with later is of no interest, and must not end the process.
    void Promise.resolve(result).catch(() => undefined);
    return {
      status: 'error',
      message: text(
        'The check returned a promise; checks are synchronous',
        '检查函数返回了 Promise；检查函数必须是同步的',
      ),
    };
  }
  const what = result === null ? 'null' : typeof result;
  return {
    status: 'error',
    message: text(
      `The check returned ${what}, neither a boolean nor a verdict`,
      `检查函数返回了 ${what}，既非布尔值也非判定`,
    ),
  };
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  'then' in value &&
  typeof value.then === 'function';

/** More gaps than these make no sentence. */
const shownGaps = 3;

/** The verdict on gaps that were read since `before`. */
export function unreadable(recorder: Recorder, before: number): Verdict {
  return sayUnread(recorder.touched.slice(before).map(({ gap }) => gap));
}

const saidOf = new WeakMap<Gap, Verdict>();

/** Where a gap is, as messages say it: the line of a file that a person can open, or else the fact. */
export const placeOf = ({ path, source }: Gap): string =>
  source?.kind === 'file' && source.line !== undefined
    ? `${source.path}:${source.line}`
    : path || '/';

/** The verdict on gaps, naming the first few. */
export function sayUnread(gaps: readonly Gap[]): Verdict {
  const [only, another] = gaps;
  if (only === undefined || another !== undefined) return sayAll(gaps);
  // Nearly always it is one, which several checks meet.
  let said = saidOf.get(only);
  if (said === undefined) saidOf.set(only, (said = sayAll(gaps)));
  return said;
}

function sayAll(gaps: readonly Gap[]): Verdict {
  const shown = [...new Map(gaps.map((gap) => [gap.path, gap])).values()].slice(0, shownGaps);
  return unknown({
    en: `Could not be read: ${shown.map((gap) => `${placeOf(gap)} (${describeGap(gap).en})`).join(', ')}`,
    zh: `未能读取：${shown.map((gap) => `${placeOf(gap)}（${describeGap(gap).zh}）`).join('、')}`,
  });
}
