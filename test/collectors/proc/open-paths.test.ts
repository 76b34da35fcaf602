import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  createHostPathsOf,
  parseMountsInForce,
} from '../../../src/collectors/proc/mounts-in-force.ts';
import { parseMountInfo } from '../../../src/syntax/proc/mount-info.ts';
import { createKernelHas, openPaths } from '../../../src/collectors/proc/open-paths.ts';

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
  [
    'a part of one is writable again',
    [
      proc,
      '94 92 0:42 /sys /proc/sys ro - proc proc rw',
      '95 94 0:42 /sys/kernel /proc/sys/kernel rw - proc proc rw',
      '96 92 0:6 /null /proc/kcore rw - devtmpfs devtmpfs rw',
      '97 92 0:48 / /proc/bus rw - tmpfs tmpfs rw',
    ],
    ['/proc/sys'],
  ],
  [
    'all of it is seen elsewhere',
    [
      '92 73 0:42 / /proc ro - proc proc rw',
      '93 92 0:6 /null /proc/kcore rw - devtmpfs devtmpfs rw',
      '94 73 0:42 / /q rw - proc proc rw',
    ],
    ['/q'],
  ],
  [
    'a later one was moved below it',
    [
      '202 486 0:50 / /proc rw - proc proc rw',
      '486 73 0:51 / /proc rw - tmpfs t rw',
      '73 1 0:40 / / rw - overlay overlay rw',
    ],
    ['/proc/kcore', '/proc/sys', '/proc/bus'],
  ],
  ['all of it is read-only', ['92 73 0:42 / /proc ro - proc proc rw'], ['/proc/kcore']],
])('%s', (_, lines, expected) => {
  const mounts = parseMountsInForce(lines.join('\n'), 'a1'.repeat(32), createHostPathsOf([]));
  const found = openPaths(mounts, kept, (path) => existsSync(`${root}${path}`));
  expect(found.map(({ path }) => path)).toEqual(expected);
  for (const { path, masked } of found) expect(masked).toBe(!kept.readOnly.includes(path));
});

test.each([
  ['all of it', '92 73 0:42 / /proc rw - proc proc rw', ['/proc/kcore']],
  ['processes alone', '92 73 0:42 / /proc rw - proc proc rw,subset=pid', ['/proc/other']],
  ['nothing of it', '92 73 0:42 / / rw - tmpfs tmpfs rw', ['/proc/other']],
])('a host that shows %s of its kernel is asked only where that is all', (_, line, expected) => {
  const container = join(root, `container-${expected.join().slice(-5)}`);
  mkdirSync(join(container, 'proc'), { recursive: true });
  writeFileSync(join(container, 'proc/other'), '');
  const has = createKernelHas(parseMountInfo(line), root);
  const found = ['/proc/kcore', '/proc/other', '/proc/none'].filter((path) => has(path, container));
  expect(found).toEqual(expected);
});
