import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  createHostPathsOf,
  parseMountsInForce,
} from '../../../src/collectors/proc/mounts-in-force.ts';
import { openPaths } from '../../../src/collectors/proc/open-paths.ts';

const root = mkdtempSync(join(tmpdir(), 'plimsoll-open-'));
mkdirSync(join(root, 'proc/sys'), { recursive: true });
for (const name of ['kcore', 'keys', 'bus']) writeFileSync(join(root, 'proc', name), '');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const proc = '92 73 0:42 / /proc rw - proc proc rw';
const kept = { masked: ['/proc/kcore', '/proc/none'], readOnly: ['/proc/sys', '/proc/bus'] };

test.each([
  ['nothing lies over them', [proc], ['/proc/kcore', '/proc/sys', '/proc/bus']],
  ['nothing of the kernel is mounted', ['90 1 254:0 / / rw - ext4 /dev/vda rw'], []],
  [
    'they are hidden, or read-only',
    [
      proc,
      '93 92 0:6 /null /proc/kcore rw - devtmpfs devtmpfs rw',
      '94 92 0:42 /sys /proc/sys ro - proc proc rw',
      '95 92 0:48 / /proc/bus rw - tmpfs tmpfs rw',
    ],
    [],
  ],
  [
    'what lies over them is the kernel\u2019s again, or writable',
    [
      proc,
      '93 92 0:42 /kcore /proc/kcore ro - proc proc rw',
      '94 92 0:42 /sys /proc/sys rw - proc proc rw',
      '95 92 0:42 /bus /proc/bus ro - proc proc rw',
    ],
    ['/proc/kcore', '/proc/sys'],
  ],
  ['all of it is read-only', ['92 73 0:42 / /proc ro - proc proc rw'], ['/proc/kcore']],
])('%s', (_, lines, expected) => {
  const mounts = parseMountsInForce(lines.join('\n'), 'a1'.repeat(32), createHostPathsOf([]));
  expect(openPaths(mounts, kept, root)).toEqual(expected);
});
