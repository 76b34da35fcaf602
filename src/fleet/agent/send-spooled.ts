import { setTimeout as sleep } from 'node:timers/promises';
import type { Carrier, Word } from '../../core/fleet/carrier.ts';
import type { Spool } from './spool.ts';

/** What a sender says of itself. */
export interface Sending {
  /** Called when something was kept that can be sent. */
  readonly wake: () => void;
  /** Ends when the signal says so. */
  readonly ended: Promise<void>;
}

/** How a sender does its work. */
export interface SendOptions {
  readonly spool: Spool;
  readonly carrier: Carrier;
  readonly signal: AbortSignal;
  /** The centre asks for a reading that is no more on the disk: one of everything stands for it. */
  readonly onWant: () => void;
  /** Called with what keeps it from sending, and with `undefined` when it sends again. */
  readonly onTrouble?: (error: unknown) => void;
}

/** Milliseconds before the first new try, which double, and at most. */
const [firstPause, longestPause] = [500, 60_000];
/** Milliseconds after which what was accepted without a receipt is sent again. */
const patience = 60_000;

/** Sends what is spooled, in order, until the ledger has it. */
export function sendSpooled({ spool, carrier, signal, onWant, onTrouble }: SendOptions): Sending {
  let next = 1;
  let tries = 0;
  let wake = (): void => {};
  carrier.onWord((word: Word) => {
    if (word.word === 'receipt') spool.receipt(word.seq, new Date());
    else if (spool.from(word.from)?.seq === word.from) next = word.from;
    else onWant();
    wake();
  });
  const rest = async (milliseconds: number): Promise<void> => {
    const woken = new AbortController();
    wake = () => woken.abort();
    await sleep(milliseconds, undefined, {
      signal: AbortSignal.any([signal, woken.signal]),
    }).catch(() => {});
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const waiting = spool.from(next);
      if (!waiting) {
        await rest(patience);
        // What is still there had no receipt.
        if (!spool.from(next)) next = 1;
        continue;
      }
      try {
        // A receipt, or a wish, may come while it is sent.
        next = waiting.seq + 1;
        for (const part of waiting.parts) await carrier.send(spool.read(part));
        if (tries > 0) onTrouble?.(undefined);
        tries = 0;
      } catch (error) {
        next = Math.min(next, waiting.seq);
        if (tries === 0) onTrouble?.(error);
        // Many hosts that lost the same hub must not return at the same moment.
        const longest = Math.min(longestPause, firstPause * 2 ** tries);
        tries += 1;
        await sleep(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {});
      }
    }
  };
  return { wake: () => wake(), ended: run() };
}
