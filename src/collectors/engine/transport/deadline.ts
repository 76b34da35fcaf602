/** When everything has to end, and why it did. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Why it ended; `undefined` while it has not. */
  readonly reason: () => string | undefined;
  /** Ends whatever is still under way. */
  readonly close: () => void;
}

/** Begins to count: the end comes after `timeout` milliseconds, or when `signal` says so. */
export function createDeadline(timeout: number, signal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let reason: string | undefined;
  const end = (why: string): void => {
    reason ??= why;
    controller.abort();
  };
  const interrupted = (): void => end('the collection was ended');
  const timer = setTimeout(() => end(`the collection took longer than ${timeout} ms`), timeout);
  if (signal?.aborted) interrupted();
  signal?.addEventListener('abort', interrupted);
  return {
    signal: controller.signal,
    reason: () => reason,
    close: () => {
      end('nothing more was to be read');
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
    reason: () => (timedOut ? `no answer in ${timeout} ms` : all.reason()),
    close: () => {
      clearTimeout(timer);
      all.signal.removeEventListener('abort', stop);
    },
  };
}
