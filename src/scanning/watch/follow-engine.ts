import { PlimsollError } from '../../core/errors.ts';
import type { Wording } from '../../core/text.ts';
import type { EngineTarget, Listening, Reader } from '../../collectors/collect/open-reader.ts';
import { asleep } from './asleep.ts';

/** A time in which nobody knew what happened at an engine. */
export interface BlindInterval {
  readonly kind: 'blind';
  /** The engine, as it is named. */
  readonly target: string;
  /** ISO 8601 UTC. */
  readonly from: string;
  /** When the engine reported again, ISO 8601 UTC; `null` while it does not. */
  readonly to: string | null;
  readonly why: Wording;
}

/** What is done while an engine is followed. */
interface Followed extends Pick<Listening, 'signal' | 'onEvent'> {
  readonly onBlind: (blind: BlindInterval) => void;
  /** Has everything read again. */
  readonly readAll: () => void;
}

/** Milliseconds before the first new try, which double, and at most. */
const [firstPause, longestPause] = [250, 30_000];

/**
 * Follows an engine until the signal, and begins again whenever it no longer reports. Engines report nothing of the time in which nobody listened, so
 * that everything is read each time.
 */
export async function followEngine(
  reader: Reader,
  engine: EngineTarget,
  { signal, onEvent, onBlind, readAll }: Followed,
): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  let blind: BlindInterval | undefined;
  let tries = 0;
  const onOpen = (): void => {
    tries = 0;
    if (!blind) return;
    onBlind({ ...blind, to: new Date().toISOString() });
    blind = undefined;
    readAll();
  };
  while (!isOver()) {
    const { target, why } = await tryOnce(reader, engine, { signal, onOpen, onEvent });
    if (isOver()) return;
    if (!blind) {
      blind = { kind: 'blind', target, from: new Date().toISOString(), to: null, why };
      onBlind(blind);
    }
    // An engine that restarts is back soon; one that stays away is unknown.
    if (tries === 1) readAll();
    const longest = Math.min(longestPause, firstPause * 2 ** tries);
    tries += 1;
    // Many watchers of one engine must not return at the same moment.
    await asleep(longest * (0.5 + Math.random() / 2), signal);
  }
}

async function tryOnce(
  reader: Reader,
  engine: EngineTarget,
  listening: Listening,
): Promise<{ readonly target: string; readonly why: Wording }> {
  try {
    const { target, failure } = await reader.follow(engine, listening);
    return { target, why: failure.detail };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { target: nameOf(engine), why: error.said };
  }
}

/** An engine as it was named, where its address could not be found. */
const nameOf = (engine: EngineTarget): string =>
  ('docker' in engine ? engine.name : engine.address) ?? 'engine';
