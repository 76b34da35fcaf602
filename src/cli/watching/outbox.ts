/** Sends things one after the other, and waits for nobody. */
export interface Outbox<T> {
  readonly add: (thing: T) => void;
  /** Resolves once everything was sent, or given up. */
  readonly empty: () => Promise<void>;
}

/** Things that wait at most; then the oldest is dropped. */
const waitingAtMost = 100;

/**
 * Makes an outbox.
 *
 * @param send sends one thing; what it rejects with is said, and the next is sent
 * @param say says on stderr what was dropped or not sent
 */
export function createOutbox<T>(
  send: (thing: T) => Promise<void>,
  say: (what: string) => void,
): Outbox<T> {
  const waiting: T[] = [];
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await send(next).catch((error: unknown) => {
        say(error instanceof Error ? error.message : String(error));
      });
    }
    running = undefined;
  };
  return {
    add: (thing) => {
      waiting.push(thing);
      if (waiting.length > waitingAtMost) {
        waiting.shift();
        say(`${waitingAtMost} are waiting; the oldest was dropped.`);
      }
      running ??= run();
    },
    empty: async () => await running,
  };
}
