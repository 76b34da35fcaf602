/**
 * Does jobs side by side, at most `abreast` at a time, and gives what becomes of them in the order of the jobs. After
 * the first failure no further job is begun.
 */
export async function* inOrder<Job, Made>(
  jobs: readonly Job[],
  abreast: number,
  make: (job: Job) => Promise<Made>,
): AsyncGenerator<Made> {
  const begun: Promise<Made>[] = [];
  let next = 0;
  while (next < jobs.length || begun.length > 0) {
    for (const job of jobs.slice(next, next + abreast - begun.length)) {
      next += 1;
      const making = make(job);
      // The consumer gets the error when it waits for this item; until then nobody needs it.
      making.catch(() => {});
      begun.push(making);
    }
    const first = begun.shift();
    if (first) yield await first;
  }
}
