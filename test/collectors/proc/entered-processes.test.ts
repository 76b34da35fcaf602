import { expect, test } from 'vitest';
import {
  isEntered,
  parentIn,
  sessionIsOutside,
  type Origins,
} from '../../../src/collectors/proc/entered-processes.ts';

/** The first process 10 of a container, which the engine's process 5 started; its children, and what comes from outside. */
const parents: Readonly<Record<number, number>> = {
  10: 5,
  5: 1,
  11: 10,
  12: 5,
  20: 30,
  30: 31,
  31: 1,
  21: 20,
  40: 41,
  41: 5,
  50: 51,
  60: 10,
};

const origins = (changed: Partial<Origins> = {}): Origins => ({
  first: 10,
  pids: new Set([10, 11, 12, 20, 21, 40, 50, 60]),
  engine: 5,
  parentOf: (pid) => parents[pid],
  isInCgroup: () => true,
  isOfEngine: (pid) => pid === 51,
  isOutOfSession: (pid) => pid === 60,
  ...changed,
});

test.each([
  ['the first', 10, false],
  ['a child of the first', 11, false],
  ['what its engine entered', 12, false],
  ['what its engine enters, still below the program that does it', 40, false],
  ['what another process of its engine entered', 50, false],
  ['what came from the host', 20, true],
  ['a child of that, which is a process like all others', 21, false],
  ['what was left behind by one that came from the host', 60, true],
])('%s', (_, pid, entered) => {
  expect(isEntered(pid, origins())).toBe(entered);
});

test('a process in none of the cgroups came from outside, whatever its parent', () => {
  expect(isEntered(11, origins({ isInCgroup: (pid) => pid !== 11 }))).toBe(true);
});

test('where the first process is in a session of its engine, so are its children', () => {
  expect(isEntered(60, origins({ isOutOfSession: () => true }))).toBe(false);
});

test('what has ended meanwhile says nothing', () => {
  expect(isEntered(20, origins({ parentOf: () => undefined }))).toBe(false);
});

test('a status tells the parent, and whether the session has a number inside', () => {
  const status = 'Name:\tsh\nPPid:\t42\nNSsid:\t7\t0\n';
  expect([parentIn(status), sessionIsOutside(status)]).toEqual([42, true]);
  expect(sessionIsOutside('NSsid:\t7\t1\n')).toBe(false);
  // In the process namespace of the reader every session has one.
  expect(sessionIsOutside('NSsid:\t0\n')).toBe(false);
  expect(sessionIsOutside('Name:\tsh\n')).toBe(false);
});
