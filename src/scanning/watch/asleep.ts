/**
 * Waits.
 *
 * @param signal ends it early
 * @param onBegin is given what ends it early as well
 */
export function asleep(
  milliseconds: number,
  signal: AbortSignal,
  onBegin?: (wake: () => void) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, Math.max(0, milliseconds));
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
    onBegin?.(wake);
  });
}
