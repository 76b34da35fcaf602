import { groupBy } from '../../syntax/group-by.ts';
import type { EngineTarget } from '../../collectors/collect/open-reader.ts';
import {
  everything,
  forgottenBy,
  type Forgotten,
} from '../../collectors/engine/events/forgotten.ts';
import type { EngineEvent } from '../../collectors/engine/events/engine-event.ts';

const reasons = ['start', 'reconnect', 'interval', 'event', 'settling'] as const;

/**
 * Why a reading is made; where there are several reasons, the first that holds. `settling` is one more look a second after an
 * event, since engines report a start before the program runs.
 */
export type ReadingReason = (typeof reasons)[number];

/** Events that are kept and reported; a storm is read as a whole, and its number is enough. */
const keptAtMost = 1_000;

/** What happened at an engine; `undefined` for what could not be read. */
export type Happened = readonly [engine: EngineTarget, event: EngineEvent | undefined];

/** What is to be read next, and why. */
export interface Pending {
  readonly reason: ReadingReason;
  /** What happened since the last reading; of a storm the first. */
  readonly happened: readonly Happened[];
  /** How many there were. */
  readonly eventCount: number;
  /** What of each engine is old; `undefined` for everything of every target. */
  readonly old: ReadonlyMap<EngineTarget, Forgotten> | undefined;
}

/** Gathers what is to be read next. */
export interface Gathering {
  /** Adds an event. */
  readonly add: (happened: Happened) => void;
  /** Has what events were about read once more, as nothing new. */
  readonly addAgain: (happened: readonly Happened[]) => void;
  /** Has everything read. */
  readonly addAll: (reason: 'start' | 'reconnect' | 'interval') => void;
  readonly isEmpty: () => boolean;
  /** Takes what was gathered; nothing is left. */
  readonly take: () => Pending;
}

/** Begins to gather; `onAdded` is called for everything that is added. */
export function createGathering(onAdded: () => void): Gathering {
  let why = new Set<ReadingReason>();
  let happened: Happened[] = [];
  let again: readonly Happened[] = [];
  let over = new Map<EngineTarget, Happened>();
  let eventCount = 0;
  const begin = (reason: ReadingReason): void => {
    why.add(reason);
    onAdded();
  };
  return {
    add: (each) => {
      eventCount += 1;
      if (happened.length < keptAtMost) happened.push(each);
      // Of what is too much nothing is known.
      else over.set(each[0], [each[0], undefined]);
      begin('event');
    },
    addAgain: (each) => {
      again = each;
      begin('settling');
    },
    addAll: begin,
    isEmpty: () => why.size === 0,
    take: () => {
      const isWhole = [...why].some((each) => each !== 'event' && each !== 'settling');
      const taken: Pending = {
        reason: reasons.find((each) => why.has(each)) ?? 'event',
        happened,
        eventCount,
        old: isWhole ? undefined : oldBy([...happened, ...again, ...over.values()]),
      };
      [why, happened, again, over, eventCount] = [
        new Set(),
        [],
        [],
        new Map<EngineTarget, Happened>(),
        0,
      ];
      return taken;
    },
  };
}

function oldBy(happened: readonly Happened[]): ReadonlyMap<EngineTarget, Forgotten> {
  const byEngine = groupBy(happened, ([engine]) => engine);
  return new Map(
    Array.from(byEngine, ([engine, all]) => {
      const events = all.flatMap(([, event]) => event ?? []);
      return [engine, events.length < all.length ? everything : forgottenBy(events)];
    }),
  );
}
