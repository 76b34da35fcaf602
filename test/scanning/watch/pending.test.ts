import { expect, test } from 'vitest';
import { lately, pause } from '../../../src/scanning/watch/pace.ts';
import { createGathering } from '../../../src/scanning/watch/pending.ts';
import type { EngineTarget } from '../../../src/collectors/collect/open-reader.ts';

const one: EngineTarget = { kind: 'engine', address: 'unix:///1' };
const two: EngineTarget = { kind: 'engine', address: 'unix:///2' };
const event = { at: '', type: 'container', action: 'start', id: 'a', name: 'a' };

test('events are gathered by engine, and taken once', () => {
  const gathering = createGathering(() => {});
  gathering.add([one, event]);
  const { reason, eventCount, old } = gathering.take();
  expect([reason, eventCount]).toEqual(['event', 1]);
  expect(old?.get(one)?.('/containers/a/json')).toBe(true);
  expect(old?.get(one)?.('/containers/b/json')).toBe(false);
  expect(old?.has(two)).toBe(false);
  expect(gathering.isEmpty()).toBe(true);
});

test('an event that could not be read makes everything of its engine old, and of no other', () => {
  const gathering = createGathering(() => {});
  gathering.add([one, undefined]);
  gathering.add([two, event]);
  const { old } = gathering.take();
  expect(old?.get(one)?.('/containers/b/json')).toBe(true);
  expect(old?.get(two)?.('/containers/b/json')).toBe(false);
});

test('of a storm the first are kept, all are counted, and everything is read', () => {
  const gathering = createGathering(() => {});
  for (let at = 0; at < 5_000; at += 1) gathering.add([one, { ...event, id: `c${at}` }]);
  const { happened, eventCount, old } = gathering.take();
  expect([happened.length, eventCount]).toEqual([1_000, 5_000]);
  expect(old?.get(one)?.('/containers/unheard-of/json')).toBe(true);
});

test('a reading of everything is one, whatever else happened', () => {
  const gathering = createGathering(() => {});
  gathering.add([one, event]);
  gathering.addAll('interval');
  gathering.addAll('reconnect');
  expect(gathering.take()).toMatchObject({ reason: 'reconnect', old: undefined, eventCount: 1 });
});

test('one more look is for what happened before, and is no event', () => {
  const gathering = createGathering(() => {});
  gathering.addAgain([[one, event]]);
  const { reason, happened, eventCount, old } = gathering.take();
  expect([reason, happened, eventCount]).toEqual(['settling', [], 0]);
  expect(old?.get(one)?.('/containers/a/json')).toBe(true);
});

test('a single change is read at once, and many are gathered', () => {
  const often = lately(Array.from({ length: 100 }, (_, at) => at * 10));
  expect(pause([], 1_000)).toBeLessThan(100);
  expect(pause(often, 1_000)).toBe(1_000);
  expect(pause(often, 5_000)).toBeLessThan(100);
});
