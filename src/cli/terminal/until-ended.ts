/** Waits for Ctrl-C or SIGTERM. */
export function untilEnded(after?: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = after === undefined ? undefined : setTimeout(finish, after);
    function finish(): void {
      clearTimeout(timer);
      process.off('SIGINT', finish).off('SIGTERM', finish);
      resolve();
    }
    process.on('SIGINT', finish).on('SIGTERM', finish);
  });
}
