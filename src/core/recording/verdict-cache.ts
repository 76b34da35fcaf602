import type { Gap } from '../facts/gap.ts';
import { inLanguage } from '../text.ts';
import { manyQuestions, standing, type Asked } from './recorder.ts';

/**
 * The results of a check for earlier subjects, by the facts it asked for and the answers it got. A check is a pure
 * function of what it reads: for a subject that gives the same answers its result is the same, and it need not run.
 */
export interface VerdictCache<Said> {
  first: Step<Said> | undefined;
  ends: number;
  /** Of how many subjects it was asked, and for how many of them it had something. */
  asked: number;
  found: number;
  /** Whether nothing is remembered any more: it does not pay, or the check is none that can be remembered. */
  closed: boolean;
}

/** One question, and what follows by the answer to it; or the end, with what was said. */
interface Step<Said> {
  readonly question: Asked | undefined;
  readonly said: Said | undefined;
  /** The answer that was met first, and what follows it; the others beside it. */
  usual: unknown;
  next: Step<Said> | undefined;
  others: Map<unknown, Step<Said>> | undefined;
  alike: { readonly like: object; readonly next: Step<Said> }[] | undefined;
}

/** The empty cache of a check without results. */
export const createVerdictCache = <Said>(): VerdictCache<Said> => ({
  first: undefined,
  ends: 0,
  asked: 0,
  found: 0,
  closed: false,
});

/** A check that meets something new each time would fill the memory for nothing. */
const manyEnds = 64;

/** Whether something more may be remembered. Of the first subject nothing is: of many kinds there is but one. */
export const isOpen = ({ closed, asked, ends }: VerdictCache<unknown>): boolean =>
  !closed && asked > 1 && ends < manyEnds;

/** Forgets what was said. */
export function forget(cache: VerdictCache<unknown>): void {
  cache.first = undefined;
  cache.ends = 0;
}

function close(cache: VerdictCache<unknown>): void {
  forget(cache);
  cache.closed = true;
}

/** What was said of a subject with the answers of the one that is looked at now; `undefined` where there was none. */
export function recall<Said>(cache: VerdictCache<Said>): Said | undefined {
  if (cache.closed) return undefined;
  let step = cache.first;
  while (step?.question !== undefined) step = follow(step, answerTo(step.question));
  cache.asked += 1;
  if (step !== undefined) cache.found += 1;
  else if (cache.ends >= manyEnds && cache.found * 2 < cache.asked) close(cache);
  return step?.said;
}

/** Remembers what was said of the subject that is looked at now, after these questions. */
export function remember<Said>(
  cache: VerdictCache<Said>,
  asked: readonly Asked[],
  said: Said,
): void {
  if (asked.length > manyQuestions) return;
  const questions = onceEach(asked);
  const answers = questions.map(answerTo);
  const pieces = answers.filter((_, at) => questions[at]?.how !== 'whole');
  if (answers.includes(hidden) || weightOf(pieces) > heavy) return;
  const end = stepOf(undefined, said);
  const stepAt = (at: number): Step<Said> =>
    at < questions.length ? stepOf<Said>(questions[at], undefined) : end;
  let step = (cache.first ??= stepAt(0));
  for (const [at, question] of questions.entries()) {
    // On the same answers it has asked otherwise before: it depends on something else.
    if (step.question === undefined || !isSame(step.question, question)) return close(cache);
    const answer = answers[at];
    const next = follow(step, answer) ?? stepAt(at + 1);
    branch(step, answer, next);
    step = next;
  }
  if (step !== end) return close(cache);
  cache.ends += 1;
}

/** Answers as long as this are hardly met twice, and would fill the memory: characters and items of all of them together. */
const heavy = 2048;

function weightOf(answer: unknown): number {
  if (typeof answer === 'string') return answer.length;
  return Array.isArray(answer) ? answer.reduce<number>((sum, item) => sum + weightOf(item), 0) : 1;
}

const stepOf = <Said>(question: Asked | undefined, said: Said | undefined): Step<Said> => ({
  question,
  said,
  usual: nothing,
  next: undefined,
  others: undefined,
  alike: undefined,
});

const isSame = (one: Asked, other: Asked): boolean =>
  one.node === other.node && one.key === other.key && one.how === other.how;

/** The answer to a question does not change: only the first time it is asked counts. */
const onceEach = (asked: readonly Asked[]): readonly Asked[] =>
  asked.filter((one, at) => asked.findIndex((other) => isSame(one, other)) === at);

/** No answer yet; no fact is like it. */
const nothing = Symbol('nothing');
/** An object: what it holds is asked further on. */
const object = Symbol('object');
/** A gap further down may hide what the answer would be. */
const hidden = Symbol('hidden');

/**
 * What the facts of the subject that is looked at now answer: a scalar, a list, that it is an object, or why it could not
 * be read.
 */
function answerTo({ node, key, how }: Asked): unknown {
  const facts = standing(node) as Readonly<Record<string, unknown>>;
  const { gaps } = node;
  if (how === 'keys') return gaps === undefined ? Object.keys(facts) : hidden;
  const below = gaps?.below?.get(key);
  const gap = gaps?.gap ?? below?.gap;
  if (gap !== undefined) return gap;
  if (how === 'presence' || how === 'own') {
    if (below !== undefined) return hidden;
    return how === 'presence' ? key in facts : Object.hasOwn(facts, key);
  }
  const value = facts[key];
  const isObject = typeof value === 'object' && value !== null;
  if (how === 'value' && isObject && !Array.isArray(value)) {
    return Object.hasOwn(facts, key) ? object : undefined;
  }
  return below === undefined ? value : hidden;
}

function follow<Said>(step: Step<Said>, answer: unknown): Step<Said> | undefined {
  if (answer === step.usual) return step.next;
  if (!isPieced(step, answer)) return step.others?.get(answer);
  return step.alike?.find(({ like }) => isLike(like, answer))?.next;
}

/**
 * Whether an answer equals another by its pieces. A whole value, in which a check may have read anything, equals only
 * itself.
 */
const isPieced = ({ question }: Step<unknown>, answer: unknown): answer is object =>
  question?.how !== 'whole' && typeof answer === 'object' && answer !== null;

function branch<Said>(step: Step<Said>, answer: unknown, next: Step<Said>): void {
  if (follow(step, answer) !== undefined) return;
  if (isPieced(step, answer)) {
    (step.alike ??= []).push({ like: Array.isArray(answer) ? outlineOf(answer) : answer, next });
  } else if (step.usual === nothing) {
    step.usual = answer;
    step.next = next;
  } else (step.others ??= new Map()).set(answer, next);
}

/** A list as an answer: its scalars, and where in it are objects. */
const outlineOf = (list: readonly unknown[]): readonly unknown[] =>
  list.map((item) => {
    if (typeof item !== 'object' || item === null) return item;
    return Array.isArray(item) ? outlineOf(item) : object;
  });

/** Whether a check would make the same of two lists, or of two gaps. */
const isLike = (like: object, answer: object): boolean =>
  Array.isArray(answer)
    ? Array.isArray(like) && isLikeList(like, answer)
    : !Array.isArray(like) && isLikeGap(like as Gap, answer as Gap);

const isLikeGap = (one: Gap, other: Gap): boolean =>
  one.path === other.path &&
  one.reason === other.reason &&
  inLanguage(one.detail, 'en') === inLanguage(other.detail, 'en') &&
  inLanguage(one.detail, 'zh') === inLanguage(other.detail, 'zh');

function isLikeList(outline: readonly unknown[], list: readonly unknown[]): boolean {
  if (outline.length !== list.length) return false;
  for (let at = 0; at < outline.length; at += 1) {
    const like = outline[at];
    const item = list[at];
    if (like === item) continue;
    if (typeof item !== 'object' || item === null) return false;
    if (Array.isArray(item) ? !Array.isArray(like) || !isLikeList(like, item) : like !== object) {
      return false;
    }
  }
  return true;
}
