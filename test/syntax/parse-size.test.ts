import { expect, it } from 'vitest';
import { parseSize } from '../../src/syntax/parse-size.ts';

it.each([
  ['1048576', 1_048_576],
  ['64k', 65_536],
  ['64m', 67_108_864],
  ['64MiB', 67_108_864],
  ['10G', 10_737_418_240],
  ['10GB', 10_737_418_240],
  ['1.5g', 1_610_612_736],
  ['0', 0],
  ['', 0],
  ['50%', 0],
  ['-1', 0],
  ['much', 0],
])('%s is %d bytes', (written, bytes) => {
  expect(parseSize(written)).toBe(bytes);
});
