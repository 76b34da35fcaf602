import pLimit from 'p-limit';
import { createTurns } from './turns.ts';

/**
 * Does some work for each item, for a few at a time, so that what is only needed meanwhile is given up early.
 *
 * @param atOnce how many are worked on at once, at least 1
 * @returns what came out, in the order of the items
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Result | Promise<Result>,
): Promise<readonly Result[]> {
  const limit = pLimit(atOnce);
  const turn = createTurns();
  return await Promise.all(
    items.map((item) =>
      limit(async () => {
        const result = await work(item);
        const others = turn();
        if (others) await others;
        return result;
      }),
    ),
  );
}
