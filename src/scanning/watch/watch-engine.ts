import { openReader } from '../../collectors/collect/open-reader.ts';
import type { Collection } from '../../collectors/collect/collect.ts';
import type { TargetInput } from '../../collectors/collect/named-target.ts';
import type { EngineEvent } from '../../collectors/engine/events/engine-event.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import {
  diffAssessments,
  type AssessmentDifference,
} from '../../evidence/diff/diff-assessments.ts';
import { prepareScan, type ScanOptions } from '../prepare-scan.ts';
import { asleep } from './asleep.ts';
import { followEngine, type BlindInterval } from './follow-engine.ts';
import { lately, pause } from './pace.ts';
import { createGathering, type Happened, type ReadingReason } from './pending.ts';
import { createComparison, type Missed } from './comparison.ts';
import { isChanged, statesOf, type States } from './states.ts';
import { text } from '../../core/text.ts';

/** One reading, and what it comes to. */
export interface WatchReading extends Collection {
  readonly assessment: Assessment;
  readonly reason: ReadingReason;
  /** What happened since the reading before, as engines reported it; of more than 1,000 the first. */
  readonly events: readonly EngineEvent[];
  /** How many there were. */
  readonly eventCount: number;
  /** Milliseconds from when it was begun to the verdict. */
  readonly tookMs: number;
}

/** What a reading changed. */
export interface WatchChange {
  readonly reading: WatchReading;
  readonly difference: AssessmentDifference;
}

/** When nothing, or not everything, was seen. */
export type WatchGap = BlindInterval | Missed;

/** What a watch goes by beside what a scan does. */
export interface WatchOptions extends Omit<ScanOptions, 'at' | 'now' | 'malware' | 'runScanner'> {
  /** Ends the watch; what is read then is not judged any more. */
  readonly signal: AbortSignal;
  /**
   * Seconds between readings of everything, which find what no event reports: files, processes, settings of the host. 60 when
   * absent, 1 at least.
   */
  readonly interval?: number;
  /** Called for every reading, the first one as well; the next waits until it has returned. */
  readonly onReading?: (reading: WatchReading) => void | Promise<void>;
  /** Called after it, where a verdict is another than in the reading before. */
  readonly onChange?: (change: WatchChange) => void | Promise<void>;
  /** Called when the watch begins to be blind, when it sees again, and when an engine did not report a change. */
  readonly onGap?: (gap: WatchGap) => void | Promise<void>;
}

/** Milliseconds until what was started runs. */
const settledAfter = 1_000;

/**
 * Watches engines, and judges everything again as soon as something happens to one. Only what changed is read again; the whole
 * is always judged. Targets that report nothing, as the host, are read again at each interval.
 *
 * @param targets as `scan` takes them
 * @returns when the signal says so
 * @throws what `scan` throws for what was asked wrongly, and whatever a function that is called throws. That an engine cannot be
 * read ends nothing: what it would have is unknown until it answers
 * @example
 * const ended = new AbortController();
 * await watchEngine('unix:///var/run/docker.sock', {
 *   signal: ended.signal,
 *   onChange: ({ difference }) => console.log(difference.findings.length),
 * });
 */
export async function watchEngine(
  targets: TargetInput | readonly TargetInput[] | undefined,
  options: WatchOptions,
): Promise<void> {
  const { interval = 60, onReading, onChange, onGap, signal, ...scanning } = options;
  const { input, judge, limit } = await prepareScan(targets, scanning);
  // A reading that has begun is not cut short by the end: half of one would look like a change.
  const reader = await openReader(input);
  if (reader.engines.length === 0) throw nothingToWatch();
  const ended = new AbortController();
  const until = AbortSignal.any([signal, ended.signal]);
  const isOver = (): boolean => until.aborted;
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
    ended.abort();
  };
  const say = (gap: WatchGap): void => void saying(gap).catch(fail);
  const saying = async (gap: WatchGap): Promise<void> => await onGap?.(gap);

  let wake = (): void => {};
  const gathering = createGathering(() => wake());
  const comparison = createComparison();
  const following = reader.engines.map((engine) =>
    followEngine(reader, engine, {
      signal: until,
      onEvent: (event) => {
        comparison.add(event);
        gathering.add([engine, event]);
      },
      onBlind: say,
      readAll: () => gathering.addAll('reconnect'),
    }).catch(fail),
  );
  /** Waits until something has happened, or this time is over. */
  const rest = async (milliseconds: number): Promise<void> => {
    if (!gathering.isEmpty()) return;
    await asleep(milliseconds, until, (end) => {
      wake = end;
    });
  };

  let unsettled: Happened[] = [];
  let settling: NodeJS.Timeout | undefined;
  const settle = (happened: readonly Happened[]): void => {
    unsettled.push(...happened);
    settling ??= setTimeout(() => {
      gathering.addAgain(unsettled);
      [unsettled, settling] = [[], undefined];
    }, settledAfter);
  };

  let begun: readonly number[] = [];
  let next = 0;
  let before: { readonly assessment: Assessment; readonly states: States } | undefined;
  gathering.addAll('start');
  try {
    while (!isOver()) {
      await rest(next - performance.now());
      if (before && performance.now() >= next) gathering.addAll('interval');
      await asleep(pause(begun, performance.now()), until);
      if (isOver() || gathering.isEmpty()) continue;
      const { old, happened, ...why } = gathering.take();
      const events = happened.flatMap(([, event]) => event ?? []);
      const at = performance.now();
      begun = lately([...begun, at]);
      if (!old) next = at + Math.max(1, interval) * 1_000;
      const compare = why.reason === 'interval' ? comparison.begin(reader, events) : undefined;
      const collection = await reader.read(new Date(), old);
      if (isOver()) break;
      const { assessment } = limit(judge(collection.snapshot));
      const tookMs = performance.now() - at;
      const reading = { ...collection, assessment, ...why, events, tookMs };
      const states = statesOf(assessment);
      await onReading?.(reading);
      if (before && isChanged(before.states, states)) {
        await onChange?.({ reading, difference: diffAssessments(before.assessment, assessment) });
      }
      before = { assessment, states };
      void compare?.(say, until);
      if (happened.length > 0) settle(happened);
    }
  } finally {
    ended.abort();
    clearTimeout(settling);
    await Promise.all(following);
  }
  if (failures.length > 0) throw failures[0];
}

const nothingToWatch = (): PlimsollError =>
  new PlimsollError(
    'target-unknown',
    text(
      'There is nothing to watch: none of the targets is an engine.',
      '没有可监视的内容：目标中没有引擎。',
    ),
    {
      hint: text(
        'Name one, or scan the others: plimsoll watch unix:///var/run/docker.sock',
        '请指明一个引擎，或扫描其他目标：plimsoll watch unix:///var/run/docker.sock',
      ),
    },
  );
