import { createTurns } from './turns.ts';

/**
 * Does some work for each item, for a few at a time, so that what is only needed meanwhile is given up early.
 *
 * @param lanes how many are worked on at once, at least 1
 * @returns what came out, in the order of the items
 */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Result | Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const turn = createTurns();
  const lane = async (): Promise<void> => {
    // All lanes take from the same items.
    for (const [at, item] of waiting) {
      results[at] = await work(item);
      const others = turn();
      if (others) await others;
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}
