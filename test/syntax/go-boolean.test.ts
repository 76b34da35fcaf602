import { expect, test } from 'vitest';
import { parseGoBoolean } from '../../src/syntax/go-boolean.ts';

test.each([
  ['true', true],
  ['T', true],
  ['1', true],
  ['False', false],
  ['f', false],
  ['0', false],
  ['yes', undefined],
  ['tRUE', undefined],
  ['', undefined],
])('the boolean %j', (text, expected) => {
  expect(parseGoBoolean(text)).toBe(expected);
});
