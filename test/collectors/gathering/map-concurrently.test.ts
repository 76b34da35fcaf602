import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mapConcurrently } from '../../../src/collectors/gathering/map-concurrently.ts';

const items = Array.from({ length: 40 }, (_, at) => at);

it('answers in the order of the items, with no more at work than there are lanes', async () => {
  let working = 0;
  let most = 0;
  const results = await mapConcurrently(items, 4, async (item) => {
    most = Math.max(most, ++working);
    await sleep(item % 3);
    working -= 1;
    return item * 2;
  });
  expect(results).toEqual(items.map((item) => item * 2));
  expect(most).toBe(4);
});

it.each([1, 4])(
  'lets timers have their turn in work that waits for nothing: %i lanes',
  async (lanes) => {
    let done = 0;
    let doneBefore: number | undefined;
    setTimeout(() => {
      doneBefore = done;
    }, 0);
    await mapConcurrently(items, lanes, () => {
      for (const started = performance.now(); performance.now() - started < 5;);
      done += 1;
    });
    expect(doneBefore).toBeLessThan(items.length);
  },
);

it('ends with the error of the work', async () => {
  const work = mapConcurrently(items, 2, (item) => {
    if (item === 3) throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
});
