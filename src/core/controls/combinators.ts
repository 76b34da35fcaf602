import {
  broken,
  evaluate,
  combinator,
  misspelt,
  recorderOf,
  unreadable,
  type Check,
  type CheckContext,
} from './check.ts';
import { endOf } from '../recording/open-list.ts';
import type { Recorder } from '../recording/recorder.ts';
import { text, type Text, type Wording } from '../text.ts';
import {
  addVerdict,
  conjunction,
  disjunction,
  fail,
  failedAt,
  negation,
  notApplicable,
  noVerdicts,
  pass,
  type FailedPlace,
  type Verdict,
  type Verdicts,
} from './verdict.ts';

/**
 * The building blocks of checks, three-valued after Kleene: what could not be read is `unknown`, and
 * outweighs only what it could change.
 */

/** Passes when every check passes; a failure outweighs what is unknown. Of no checks: pass. */
export function all<T, P>(...checks: Check<T, P>[]): Check<T, P> {
  return combinator((facts, ctx) => {
    const verdicts = noVerdicts();
    for (const check of checks) addVerdict(verdicts, evaluate(check, facts, ctx));
    return conjunction(verdicts.others, verdicts.plainPasses);
  });
}

/**
 * Passes when one check passes on facts that were read, even though another is unknown; those after it
 * are not asked. Of no checks: fail.
 */
export function any<T, P>(...checks: Check<T, P>[]): Check<T, P> {
  return combinator((facts, ctx) => {
    const recorder = ctx[recorderOf];
    const touches = recorder.touches;
    const verdicts: Verdict[] = [];
    for (const check of checks) {
      const before = recorder.count;
      const verdict = evaluate(check, facts, ctx);
      // Beside a gap, a branch that read nothing has nothing to pass on.
      const idle = recorder.touches > touches && recorder.count === before;
      if (verdict.status === 'pass' && !idle) return verdict;
      verdicts.push(verdict.status === 'pass' ? unreadable(recorder, touches) : verdict);
    }
    return disjunction(verdicts);
  });
}

/** Turns pass and fail about; unknown, error and not-applicable stay. */
export function not<T, P>(check: Check<T, P>): Check<T, P> {
  return combinator((facts, ctx) => negation(evaluate(check, facts, ctx)));
}

/**
 * Judges by `check` alone; what `read` reads stands beside it as evidence. Neither its value nor a gap
 * in it decides anything: what is configured, beside what is in force.
 */
export function beside<T, P>(
  check: Check<T, P>,
  read: (facts: T, ctx: CheckContext<P>) => unknown,
): Check<T, P> {
  return combinator((facts, ctx) => {
    const verdict = evaluate(check, facts, ctx);
    const noted = evaluate<T, P>(
      (from, context) => {
        read(from, context);
        return true;
      },
      facts,
      ctx,
    );
    return noted.status === 'error' ? noted : verdict;
  });
}

/**
 * Judges by `first`; where what it needs could not be read, by `second` alone, which passes on its own facts.
 * For two witnesses of one thing, the better one first.
 */
export function orElse<T, P>(first: Check<T, P>, second: Check<T, P>): Check<T, P> {
  return combinator((facts, ctx) => {
    const recorder = ctx[recorderOf];
    const before = recorder.touches;
    const verdict = evaluate(first, facts, ctx);
    if (verdict.status !== 'unknown' || recorder.touches === before) return verdict;
    return evaluate(second, facts, ctx);
  });
}

/** Lists what a check over many parts judges. */
export type Select<T, Item, P = unknown> = (facts: T, ctx: CheckContext<P>) => readonly Item[];

const isList = <Item>(of: readonly Item[] | Verdict): of is readonly Item[] => Array.isArray(of);

/**
 * The items of a list, or the one verdict that says why there is none.
 *
 * @param mayBeOpen whether what was made of an open list stands, as far as it is known
 */
function listItems<T, Item, P>(
  select: Select<T, Item, P>,
  facts: T,
  ctx: CheckContext<P>,
  mayBeOpen: boolean,
): readonly Item[] | Verdict {
  const recorder = ctx[recorderOf];
  const { touches: before, ends, misreads } = recorder;
  try {
    const items = select(facts, ctx);
    if (recorder.misreads > misreads) return misspelt(recorder);
    if (!isList(items)) throw new TypeError('the selection is not a list');
    const passedOver = mayBeOpen ? recorder.ends - ends : 0;
    return recorder.touches > before + passedOver ? unreadable(recorder, before) : items;
  } catch (cause) {
    return broken(cause, recorder, before, misreads);
  }
}

/**
 * The verdicts on all items, or the one verdict that says why there is no list. On what an open list may hold beyond
 * its known items the verdict is `unknown`.
 */
function judgeItems<T, Item, P>(
  select: Select<T, Item, P>,
  check: Check<Item, P>,
  facts: T,
  ctx: CheckContext<P>,
  mayBeOpen: boolean,
): Verdicts | Verdict {
  const recorder = ctx[recorderOf];
  const before = recorder.touches;
  const items = listItems(select, facts, ctx, mayBeOpen);
  if (!isList(items)) return items;
  const end = endOf(items);
  end?.pass();
  const verdicts = noVerdicts();
  if (recorder.touches > before) {
    verdicts.open = true;
    addVerdict(verdicts, unreadable(recorder, before));
  }
  const count = end ? end.known : items.length;
  for (let at = 0; at < count; at += 1) {
    addVerdict(verdicts, judgeItem(items, at, check, ctx));
  }
  return verdicts;
}

/** Reading an item may itself meet a gap, and that settles only this item. */
function judgeItem<Item, P>(
  items: readonly Item[],
  at: number,
  check: Check<Item, P>,
  ctx: CheckContext<P>,
): Verdict {
  const recorder = ctx[recorderOf];
  const { touches: before, misreads } = recorder;
  let item: Item;
  try {
    // `at` is within the list, so what stands there is an Item.
    item = items[at] as Item;
  } catch (cause) {
    return broken(cause, recorder, before, misreads);
  }
  if (recorder.touches > before) return unreadable(recorder, before);
  const { count } = recorder;
  const verdict = evaluate(check, item, ctx);
  return verdict.status === 'fail'
    ? failedAt(placeRead(recorder, count, verdict.message), verdict)
    : verdict;
}

/** What was read first since then, where it is a part of the subject that is judged: the item itself. */
function placeRead(
  { count, reads }: Recorder,
  since: number,
  message: Text | undefined,
): readonly FailedPlace[] {
  const node = count > since ? reads[since] : undefined;
  if (typeof node !== 'object' || !node.root.shared || node.path === '') return [];
  return [{ path: node.path, message }];
}

/**
 * Passes when the check passes for every item of the list: what the items are like is judged. Of an empty list:
 * not-applicable, since there is nothing to judge. Where it is right that there are no items, use {@link noneFails}.
 *
 * @param nothing why there is nothing to judge, for the reader of the finding
 * @example
 * check: each((e) => e.listeners, ({ tls }) => tls === 'mutual', text('It listens on no port', '未监听端口')),
 */
export function each<T, Item, P>(
  select: Select<T, Item, P>,
  check: Check<Item, P>,
  nothing: Wording = text('There is nothing to judge', '没有可供判定的内容'),
): Check<T, P> {
  const nothingThere = notApplicable(nothing);
  return combinator((facts, ctx) => {
    const verdicts = judgeItems(select, check, facts, ctx, true);
    if ('status' in verdicts) return verdicts;
    const { others, plainPasses } = verdicts;
    return others.length + plainPasses === 0 ? nothingThere : conjunction(others, plainPasses);
  });
}

/**
 * Passes when the check fails for no item of the list: that there are no items is what is asked for, as with setuid
 * programs. Of an empty list: pass. Where it is judged what the items are like, use {@link each}.
 */
export function noneFails<T, Item, P>(
  select: Select<T, Item, P>,
  check: Check<Item, P>,
): Check<T, P> {
  return combinator((facts, ctx) => {
    const verdicts = judgeItems(select, check, facts, ctx, true);
    if ('status' in verdicts) return verdicts;
    return conjunction(verdicts.others, verdicts.plainPasses);
  });
}

/** Passes when the check passes for no item of the list. Of an empty list: pass. */
export function none<T, Item, P>(select: Select<T, Item, P>, check: Check<Item, P>): Check<T, P> {
  return noneFails(select, not(check));
}

/** Passes when the check passes for at least `count` items; `count` 0 passes on the list alone. */
export function atLeast<T, Item, P>(
  count: number,
  select: Select<T, Item, P>,
  check: Check<Item, P>,
): Check<T, P> {
  return combinator((facts, ctx) => {
    // A pass on what was made of an open list could rest on where its known part ends.
    const verdicts = judgeItems(select, check, facts, ctx, false);
    if ('status' in verdicts) return verdicts;
    const { plainPasses, others } = verdicts;
    const passed = plainPasses + others.filter(({ status }) => status === 'pass').length;
    if (passed >= count) return pass();
    const open = others.filter(({ status }) => status === 'unknown' || status === 'error');
    if (verdicts.open || passed + open.length >= count) return conjunction(open);
    return fail(text(`${passed} of at least ${count}`, `${passed} 个，至少应有 ${count} 个`));
  });
}

/**
 * Judges by `check`; where that passes though `exists` fails, there was nothing to judge: not-applicable, with the
 * reason. Unlike with {@link when}, a failure stands, and so does what could not be read.
 *
 * @example
 * check: ifAny((w) => w.ports.length > 0, not(publishesOn('any')), text('It publishes no port', '未发布端口')),
 */
export function ifAny<T, P>(
  exists: Check<T, P>,
  check: Check<T, P>,
  nothing: Wording,
): Check<T, P> {
  const nothingThere = notApplicable(nothing);
  return combinator((facts, ctx) => {
    const verdict = evaluate(check, facts, ctx);
    if (verdict.status !== 'pass') return verdict;
    const found = evaluate(exists, facts, ctx);
    if (found.status === 'pass') return verdict;
    return found.status === 'fail' ? nothingThere : found;
  });
}

/** Judges by `check` where `condition` passes; elsewhere not-applicable, with the reason given. */
export function when<T, P>(
  condition: Check<T, P>,
  check: Check<T, P>,
  otherwise: Wording = text('The condition of this control is not met', '不满足本控制项的前提条件'),
): Check<T, P> {
  return combinator((facts, ctx) => {
    const met = evaluate(condition, facts, ctx);
    if (met.status === 'pass') return evaluate(check, facts, ctx);
    return met.status === 'fail' ? notApplicable(otherwise) : met;
  });
}
