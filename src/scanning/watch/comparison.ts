import type { EngineTarget, Reader } from '../../collectors/collect/open-reader.ts';
import type { EngineEvent } from '../../collectors/engine/events/engine-event.ts';
import { forgottenBy } from '../../collectors/engine/events/forgotten.ts';
import { asleep } from './asleep.ts';
import { unreported } from './unreported.ts';

/** Changes that an engine did not report, which a reading of everything found. */
export interface Missed {
  readonly kind: 'missed';
  /** When they were found, ISO 8601 UTC. */
  readonly at: string;
  /** The endpoints whose answers changed, in order. */
  readonly endpoints: readonly string[];
}

/** Holds readings of everything to what engines reported. */
export interface Comparison {
  readonly add: (event: EngineEvent | undefined) => void;
  /**
   * Begins a comparison, before everything is read.
   *
   * @param events what was reported since the reading before
   * @returns what ends it after the reading: it waits for events that a reading was quicker than, and then says what was missed
   */
  readonly begin: (
    reader: Reader,
    events: readonly EngineEvent[],
  ) => (onMissed: (missed: Missed) => void, signal: AbortSignal) => Promise<void>;
}

/** Milliseconds in which an event may still come. */
const grace = 1_000;
/** Events that are compared with; in a storm nothing is said. */
const comparedAtMost = 1_000;

/** Begins with nothing. */
export function createComparison(): Comparison {
  const open = new Set<(event: EngineEvent | undefined) => void>();
  return {
    add: (event) => {
      for (const each of open) each(event);
    },
    begin: (reader, events) => {
      const at = new Date().toISOString();
      const known = [...events];
      let isCertain = true;
      const take = (event: EngineEvent | undefined): void => {
        if (event && known.length < comparedAtMost) known.push(event);
        else isCertain = false;
      };
      open.add(take);
      const remembered = (): readonly (readonly [EngineTarget, ReadonlyMap<string, unknown>])[] =>
        reader.engines.map((engine) => [engine, reader.remembered(engine)]);
      const before = new Map(remembered());
      return async (onMissed, signal) => {
        const after = remembered();
        await asleep(grace, signal);
        open.delete(take);
        if (!isCertain || signal.aborted) return;
        const isReported = forgottenBy(known);
        const endpoints = after.flatMap(([engine, now]) =>
          unreported(before.get(engine) ?? new Map(), now, isReported),
        );
        if (endpoints.length > 0) onMissed({ kind: 'missed', at, endpoints });
      };
    },
  };
}
