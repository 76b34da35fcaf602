type Work<Db> = (db: Db) => Promise<unknown>;
type Write<Db> = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/** Works that share one transaction at most. */
const together = 64;

/**
 * Lets works that wait share one transaction, so that the disk is waited for once. Where one of them throws, each of them gets
 * its own.
 */
export function groupWrites<Db>(write: Write<Db>): Write<Db> {
  let waiting: { readonly work: Work<Db>; readonly settle: (made: Promise<unknown>) => void }[] =
    [];
  let isRunning = false;
  const drain = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, together);
      waiting = waiting.slice(together);
      const made = await write(async (db) => {
        const results: unknown[] = [];
        for (const { work } of group) results.push(await work(db));
        return results;
      }).catch(() => undefined);
      for (const [at, { work, settle }] of group.entries()) {
        if (made) settle(Promise.resolve(made[at]));
        else {
          const alone = write(work);
          settle(alone);
          await alone.catch(() => {});
        }
      }
    }
    isRunning = false;
  };
  return (work) =>
    new Promise((resolve, reject) => {
      // What a work returns comes back for that work.
      waiting.push({
        work,
        settle: (made) => void made.then(resolve as (value: unknown) => void, reject),
      });
      if (!isRunning) void drain();
    });
}
