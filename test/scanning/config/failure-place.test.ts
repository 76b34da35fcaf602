import { expect, it } from 'vitest';
import { placeInStack } from '../../../src/scanning/config/failure-place.ts';

it.each([
  ['    at run (/work/plimsoll.config.ts:3:9)', '/work/plimsoll.config.ts'],
  ['    at file:///work/plimsoll.config.mjs:3:9', '/work/plimsoll.config.mjs'],
  ['    at run (C:\\work\\plimsoll.config.ts:3:9)', 'C:\\work\\plimsoll.config.ts'],
  ['    at run (C:/work/plimsoll.config.ts:3:9)', 'C:/work/plimsoll.config.ts'],
  ['    at file:///C:/work/plimsoll.config.mjs:3:9', 'C:/work/plimsoll.config.mjs'],
])('%s', (line, file) => {
  expect(placeInStack(line)).toEqual({ file, row: '3', column: '9' });
});

it.each(['    at node:internal/modules/run:3:9', 'Error: no place'])('%s is no file', (line) => {
  expect(placeInStack(line)).toBeUndefined();
});
