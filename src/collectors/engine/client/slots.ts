/** Runs work when its turn comes. */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets `size` pieces of work run at once; the others wait, first come, first served. */
export function createSlots(size: number): Slots {
  let free = size;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
