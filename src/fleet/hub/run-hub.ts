import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery, Outcome } from '../../core/fleet/carrier.ts';

/** What a hub does its work with. */
export interface HubWork {
  /** Takes a delivery in, and keeps it. */
  readonly accept: (delivery: Delivery) => Promise<Outcome>;
  /** Finds hosts that are not heard any more. */
  readonly findSilent: () => Promise<unknown>;
  /** Writes the ends of all chains into the ledger, and lets go what is old. */
  readonly checkpoint: () => Promise<unknown>;
  /** Called with what goes wrong while nobody waits for it. */
  readonly onTrouble: (error: unknown) => void;
}

/** When a hub does what nobody asks for. */
export interface HubPace {
  /** Milliseconds between looks for hosts that are not heard; 30 seconds when absent. */
  readonly sweepEvery?: number;
  /** Milliseconds between checkpoints; an hour when absent. */
  readonly checkpointEvery?: number;
}

/** A hub at work. */
export interface Hub {
  /** Takes a delivery in: of one host one at a time, of all hosts some at once. */
  readonly take: (delivery: Delivery, host: string) => Promise<Outcome>;
  /** Lets what has begun end. */
  readonly close: () => Promise<void>;
}

/** Begins to work; until it is closed it looks for silent hosts and makes checkpoints. */
export function runHub(work: HubWork, pace: HubPace = {}): Hub {
  const { sweepEvery = 30_000, checkpointEvery = 3_600_000 } = pace;
  const ended = new AbortController();
  const { signal } = ended;
  const isOver = (): boolean => signal.aborted;
  const lanes = new Map<string, Promise<unknown>>();
  const repeat = async (every: number, task: () => Promise<unknown>): Promise<void> => {
    while (!isOver()) {
      await sleep(every, undefined, { signal }).catch(() => {});
      if (!isOver()) await task().catch(work.onTrouble);
    }
  };
  const tasks = [repeat(sweepEvery, work.findSilent), repeat(checkpointEvery, work.checkpoint)];
  return {
    take: async (delivery, host) => {
      const before = lanes.get(host);
      const accepted = (before ?? Promise.resolve())
        .catch(() => {})
        .then(() => work.accept(delivery));
      lanes.set(host, accepted);
      try {
        return await accepted;
      } finally {
        if (lanes.get(host) === accepted) lanes.delete(host);
      }
    },
    close: async () => {
      ended.abort();
      await Promise.allSettled([...lanes.values(), ...tasks]);
    },
  };
}
