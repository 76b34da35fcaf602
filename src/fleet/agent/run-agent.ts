import type { Carrier } from '../../core/fleet/carrier.ts';
import { packEnvelopes } from '../../core/fleet/envelope.ts';
import type { Blind, Statement } from '../../core/fleet/statement.ts';
import { createStatementMaker, type AgentReading, type Identity } from './make-statement.ts';
import { sendSpooled } from './send-spooled.ts';
import type { Spool } from './spool.ts';

/** A reading as what watches gives it: the first, one of an interval, or one after something happened. */
export interface WatchedReading extends AgentReading {
  readonly reason: 'start' | 'interval' | 'event';
}

/** Watches a host until the signal, and calls back for every reading and every time in which it saw nothing. */
export type WatchHost = (watching: {
  readonly signal: AbortSignal;
  readonly onReading: (reading: WatchedReading) => void;
  readonly onBlind: (blind: Blind) => void;
}) => Promise<void>;

/** What an agent works with. */
export interface AgentOptions {
  readonly identity: Identity;
  readonly watch: WatchHost;
  readonly carrier: Carrier;
  readonly spool: Spool;
  /** Ends it; what is spooled stays for the next. */
  readonly signal: AbortSignal;
  /** Called with every statement that was kept. */
  readonly onSaid?: (said: { readonly seq: number; readonly reason: Statement['reason'] }) => void;
  /** Called with what keeps it from sending, and with `undefined` when it sends again. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Watches a host, signs what it reads, keeps it on the disk and sends it until the ledger has it. It only reads, and of the centre
 * it hears two words: that a reading is kept, and that one of everything is wanted.
 *
 * @returns when the signal says so
 */
export async function runAgent(options: AgentOptions): Promise<void> {
  const { identity, watch, carrier, spool, signal, onSaid, onTrouble } = options;
  const maker = createStatementMaker(identity);
  const ended = new AbortController();
  const until = AbortSignal.any([signal, ended.signal]);
  let latest: WatchedReading | undefined;
  let wholeOn = '';
  let isWanted = false;
  let blind: Blind[] = [];
  let unkept: string | undefined;
  const say = (reading: AgentReading, reason: Statement['reason']): void => {
    const { collectedAt } = reading.snapshot;
    const day = collectedAt.slice(0, 10);
    const merged: readonly Blind[] =
      unkept === undefined
        ? []
        : [{ kind: 'merged', from: unkept, to: collectedAt, detail: 'no room in the spool' }];
    const made = maker.make(reading, {
      end: spool.state().end,
      reason,
      isWhole: wholeOn !== day || reason === 'want',
      blind: [...blind, ...merged],
    });
    if (!made) return;
    const { signed, keep } = made;
    if (!spool.append(signed, packEnvelopes(signed, signed.bodies))) {
      // The next reading says it all: nothing was marked as said.
      unkept ??= collectedAt;
      return;
    }
    keep();
    [wholeOn, blind, unkept, isWanted] = [day, [], undefined, false];
    onSaid?.({ seq: signed.seq, reason });
    sending.wake();
  };
  const sending = sendSpooled({
    spool,
    carrier,
    signal: until,
    ...(onTrouble ? { onTrouble } : {}),
    onWant: () => {
      // Asked twice before it could answer, it answers once.
      if (isWanted) return;
      isWanted = true;
      if (latest) say({ ...latest, events: [] }, 'want');
    },
  });
  try {
    await watch({
      signal: until,
      onReading: (reading) => {
        latest = reading;
        say(reading, isWanted ? 'want' : reading.reason);
      },
      onBlind: (each) => void blind.push(each),
    });
  } finally {
    ended.abort();
    await sending.ended;
    await carrier.close();
  }
}
