import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { isFileName, placeOf } from '../../src/cli/reporting/report-place.ts';

it.each([
  [posix, 'out/report.html', true],
  [win32, 'out\\report.html', true],
  [win32, 'C:\\out\\report.html', true],
  [win32, 'C:/out/report.html', true],
  [posix, 'out', false],
  [win32, 'out\\reports', false],
  [posix, 'v1.html/', false],
  [win32, 'v1.html/', false],
  [win32, 'v1.html\\', false],
  [win32, 'C:\\', false],
  [posix, 'report.json', false],
])('$sep: %s names a file: %s', (rules, out, expected) => {
  expect(isFileName(out, 'plimsoll.html', rules)).toBe(expected);
});

it('a separator at the end makes a folder of any name', async () => {
  expect(await placeOf('plimsoll.html', 1, 'nowhere/v1.html/')).toBe(
    'nowhere/v1.html/plimsoll.html',
  );
});
