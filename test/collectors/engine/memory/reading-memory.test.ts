import { expect, test } from 'vitest';
import { createMemory, recallOr } from '../../../../src/collectors/engine/memory/reading-memory.ts';

const always = () => true;
const none = () => false;

test('what is remembered is not read again, until it is forgotten', async () => {
  const memory = createMemory();
  let reads = 0;
  const read = () => recallOr(memory, 'a', always, async () => (reads += 1));
  memory.begin(always);
  expect(await read()).toBe(1);
  memory.begin(none);
  expect(await read()).toBe(1);
  memory.begin((name) => name === 'a');
  expect(await read()).toBe(2);
});

test('a second question in one reading wants to know anew', async () => {
  const memory = createMemory();
  let reads = 0;
  const read = () => recallOr(memory, 'a', always, async () => (reads += 1));
  await read();
  memory.begin(none);
  expect([await read(), await read()]).toEqual([1, 2]);
});

test('what failed is read again', async () => {
  const memory = createMemory();
  let reads = 0;
  const read = () =>
    recallOr(
      memory,
      'a',
      (value) => value > 1,
      async () => (reads += 1),
    );
  const seen: number[] = [];
  for (let at = 0; at < 3; at += 1) {
    memory.begin(none);
    seen.push(await read());
  }
  expect(seen).toEqual([1, 2, 2]);
});

test('what nobody asked for in a reading is gone after it', () => {
  const memory = createMemory();
  memory.remember('a', 1);
  memory.remember('b', 1);
  memory.begin(none);
  memory.recall('a');
  memory.begin(none);
  expect([...memory.all().keys()]).toEqual(['a']);
});
