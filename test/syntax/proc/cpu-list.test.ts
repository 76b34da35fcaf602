import { expect, test } from 'vitest';
import { isPartOf, parseCpuList } from '../../../src/syntax/proc/cpu-list.ts';

test('lists of the same processors are alike, however they are written', () => {
  expect(parseCpuList('0,1,2')).toEqual(parseCpuList('0-2'));
  expect(parseCpuList('2,0-1,5')).toEqual([
    [0, 2],
    [5, 5],
  ]);
});

test('a part is a list of which all are in the other, and nothing that is not understood is', () => {
  expect(isPartOf('1', '0-3')).toBe(true);
  expect(isPartOf('0-3', '0,1,2')).toBe(false);
  expect(isPartOf('0-1', '0,1')).toBe(true);
  expect(isPartOf('all', '0-3')).toBe(false);
  expect(isPartOf('', '0-3')).toBe(false);
});
