import { text, type Text } from '../../../core/text.ts';

/**
 * When everything has to end, and why it did. Each request has a function that ends it: to make a signal of each of
 * thousands of requests costs as much as to send it.
 */
export interface Deadline {
  /** Why it ended; `undefined` while it has not. */
  readonly reason: () => Text | undefined;
  /** Has something stopped at the end, at once where that has come. Gives what takes that back. */
  readonly onEnd: (stop: () => void) => () => void;
  /** Counts no longer. */
  readonly close: () => void;
}

/** Begins to count: the end comes after `timeout` milliseconds if that is given, or when `signal` says so, or on closing. */
export function createDeadline(
  timeout: number | undefined,
  signal: AbortSignal | undefined,
): Deadline {
  const ending = createEnding();
  const interrupted = (): void => ending.end(text('the collection was ended', '采集被中止'));
  const tooLong = text(`the collection took longer than ${timeout} ms`, `采集超过 ${timeout} 毫秒`);
  const timer = after(timeout, () => ending.end(tooLong));
  if (signal?.aborted) interrupted();
  signal?.addEventListener('abort', interrupted);
  return {
    reason: ending.reason,
    onEnd: ending.onEnd,
    close: () => {
      ending.end(text('nothing more was to be read', '已无须继续读取'));
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupted);
    },
  };
}

/** The end of one request within a deadline: after `timeout` milliseconds, or with everything else. */
export function requestDeadline(timeout: number | undefined, all: Deadline): Deadline {
  const ending = createEnding();
  const tooLong = (): void =>
    ending.end(text(`no answer in ${timeout} ms`, `${timeout} 毫秒内无应答`));
  const timer = after(timeout, tooLong);
  const forget = all.onEnd(() => {
    const why = all.reason();
    if (why !== undefined) ending.end(why);
  });
  return {
    reason: ending.reason,
    onEnd: ending.onEnd,
    close: () => {
      clearTimeout(timer);
      forget();
    },
  };
}

/** Without a time, never. */
const after = (timeout: number | undefined, end: () => void): NodeJS.Timeout | undefined =>
  timeout === undefined ? undefined : setTimeout(end, timeout);

/** What comes to an end once, for the reason that was given first. */
function createEnding() {
  const stops = new Set<() => void>();
  let reason: Text | undefined;
  const end = (why: Text): void => {
    if (reason !== undefined) return;
    reason = why;
    for (const stop of stops) stop();
    stops.clear();
  };
  const onEnd: Deadline['onEnd'] = (stop) => {
    if (reason === undefined) stops.add(stop);
    else stop();
    return () => void stops.delete(stop);
  };
  return { reason: (): Text | undefined => reason, end, onEnd };
}
