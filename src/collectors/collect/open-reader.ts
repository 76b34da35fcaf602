import { PlimsollError } from '../../core/errors.ts';
import { everything, type Forgotten } from '../engine/events/forgotten.ts';
import { createMemory, type OwnMemory } from '../engine/memory/reading-memory.ts';
import type { Outcome } from '../gathering/collector-result.ts';
import type { OwnTarget, TargetSpec } from '../gathering/parse-target.ts';
import { collectAll, resolveInput, type Collection } from './collect.ts';
import type { CollectInput } from './collect-input.ts';
import { followEvents, type Following } from '../engine/follow-events.ts';
import type { Failure } from '../engine/client/failure.ts';
import { addressOf } from '../engine/resolve-engine.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import { collectTarget } from './collect-target.ts';
import { text } from '../../core/text.ts';

/** A target that reports what happens to it. */
export type EngineTarget = Extract<TargetSpec, { readonly kind: 'engine' }>;

/** Reads the same targets again and again; what nothing made old is not read again. */
export interface Reader {
  readonly targets: readonly TargetSpec[];
  /** Those of them that report what happens. */
  readonly engines: readonly EngineTarget[];
  /**
   * Makes a snapshot of all targets.
   *
   * @param old which readings of an engine are made anew; of one that is not named, none. Absent means everything of every target
   */
  readonly read: (now: Date, old?: ReadonlyMap<EngineTarget, Forgotten>) => Promise<Collection>;
  /** What is remembered of an engine, by the names of readings. */
  readonly remembered: (engine: EngineTarget) => ReadonlyMap<string, unknown>;
  /**
   * Follows what happens at an engine.
   *
   * @returns how it is named, and why it no longer reports
   */
  readonly follow: (
    engine: EngineTarget,
    listening: Listening,
  ) => Promise<{ readonly target: string; readonly failure: Failure }>;
}

/** What is done while events come. */
export type Listening = Pick<Following, 'signal' | 'onOpen' | 'onEvent'>;

/**
 * Opens a reader of targets; nothing is read yet.
 *
 * @throws what `collect` throws for what is asked wrongly
 */
export async function openReader(given: CollectInput): Promise<Reader> {
  const input = await resolveInput(given);
  const engines = input.targets.filter((target) => target.kind === 'engine');
  const memories = new Map<TargetSpec, OwnMemory>(
    engines.map((engine) => [engine, createMemory()]),
  );
  const known = new Map<OwnTarget, Outcome>();
  return {
    targets: input.targets,
    engines,
    read: (now, old) =>
      collectAll({ ...input, now }, async (target, builds) => {
        const memory = memories.get(target);
        const isOld = old ? old.get(target as EngineTarget) : everything;
        const before = known.get(target);
        if (before && isOld === undefined) return before;
        memory?.begin(isOld ?? everything);
        const outcome = await collectTarget(
          target,
          { ...input, now },
          {
            builds,
            ...(memory ? { memory } : {}),
          },
        );
        known.set(target, outcome);
        return outcome;
      }),
    remembered: (engine) => memoryOf(memories, engine).all(),
    follow: async (engine, listening) => {
      const redactor = createRedactor(input.fingerprintKey);
      const address = await addressOf(engine, input.env, input.home);
      const clean = (written: string): string => redactor.text(written).value;
      const failure = await followEvents(address, { ...listening, clean });
      return { target: address.id, failure };
    },
  };
}

function memoryOf(memories: ReadonlyMap<TargetSpec, OwnMemory>, engine: EngineTarget): OwnMemory {
  const memory = memories.get(engine);
  if (memory) return memory;
  throw new PlimsollError(
    'target-unknown',
    text('This engine is not among the targets.', '该引擎不在目标之中。'),
  );
}
