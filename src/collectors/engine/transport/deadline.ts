import { text, type Text } from '../../../core/text.ts';

/** When everything has to end, and why it did. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Why it ended; `undefined` while it has not. */
  readonly reason: () => Text | undefined;
  /** Ends whatever is still under way. */
  readonly close: () => void;
}

/** Begins to count: the end comes after `timeout` milliseconds, or when `signal` says so. */
export function createDeadline(timeout: number, signal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let reason: Text | undefined;
  const end = (why: Text): void => {
    reason ??= why;
    controller.abort();
  };
  const interrupted = (): void => end(text('the collection was ended', '采集被中止'));
  const tooLong = text(`the collection took longer than ${timeout} ms`, `采集超过 ${timeout} 毫秒`);
  const timer = setTimeout(() => end(tooLong), timeout);
  if (signal?.aborted) interrupted();
  signal?.addEventListener('abort', interrupted);
  return {
    signal: controller.signal,
    reason: () => reason,
    close: () => {
      end(text('nothing more was to be read', '已无须继续读取'));
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupted);
    },
  };
}

/** The end of one request within a deadline: after `timeout` milliseconds, or with everything else. */
export function requestDeadline(timeout: number, all: Deadline): Deadline {
  const controller = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, timeout);
  const stop = (): void => controller.abort();
  all.signal.addEventListener('abort', stop);
  return {
    signal: controller.signal,
    reason: () =>
      timedOut ? text(`no answer in ${timeout} ms`, `${timeout} 毫秒内无应答`) : all.reason(),
    close: () => {
      clearTimeout(timer);
      all.signal.removeEventListener('abort', stop);
    },
  };
}
