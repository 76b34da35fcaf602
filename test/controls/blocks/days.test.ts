import { expect, it } from 'vitest';
import { daysBetween } from '../../../src/controls/blocks/days.ts';

it('counts days between instants of any precision', () => {
  expect(daysBetween('2026-11-23T12:00:00Z', '2026-11-24T12:00:00Z')).toBe(1);
  expect(daysBetween('2026-11-24T12:00:00.123456789Z', '2026-11-24T12:00:00.123Z')).toBe(0);
  expect(daysBetween('2026-11-25T00:00:00Z', '2026-11-24T12:00:00Z')).toBe(-0.5);
});
