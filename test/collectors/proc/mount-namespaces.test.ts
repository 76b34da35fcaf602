import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createHostPathsOf } from '../../../src/collectors/proc/mounts-in-force.ts';
import {
  mountsBeside,
  readMountNamespaces,
} from '../../../src/collectors/proc/mount-namespaces.ts';
import { parseMountInfo } from '../../../src/syntax/proc/mount-info.ts';

const procRoot = mkdtempSync(path.join(tmpdir(), 'plimsoll-mounts-'));
afterAll(() => rmSync(procRoot, { recursive: true, force: true }));

const hostPathsOf = createHostPathsOf(
  parseMountInfo('27 1 254:0 / / rw - ext4 /dev/vda rw\n28 27 0:9 / /run rw - tmpfs tmpfs rw'),
);
const root = '73 1 0:40 / / ro - overlay overlay rw';
const app = '74 73 254:0 /srv/app /x ro - ext4 /dev/vda rw';

let count = 0;

/** What is read of a container whose processes have these mounts, each by its namespace; the first is its first process. */
function read(
  ...processes: readonly (readonly [namespace: string, ...lines: readonly string[]])[]
) {
  const folders = processes.map(() => String((count += 1)));
  for (const [at, [, ...lines]] of processes.entries()) {
    const folder = path.join(procRoot, folders[at] ?? '');
    mkdirSync(folder);
    if (lines.length > 0) writeFileSync(path.join(folder, 'mountinfo'), lines.join('\n'));
  }
  const [first, ...others] = readMountNamespaces(
    {
      id: 'a1'.repeat(32),
      pid: Number(folders[0]),
      sources: ['/srv/app'],
      processes: processes.map(([mounts], at) => ({
        ...{ pid: Number(folders[at]), uid: 0, program: 'p', status: '', cgroups: '' },
        isEntered: false,
        handsShell: false,
        ...{ mounts, folder: folders[at] ?? '' },
      })),
    },
    hostPathsOf,
    procRoot,
  );
  const beside = others.flatMap((each) =>
    'mounts' in first && 'mounts' in each ? mountsBeside(first.mounts, each) : [],
  );
  return {
    first: 'mounts' in first ? [...first.mounts.keys()] : first.reason,
    gaps: others.flatMap((each) => ('reason' in each ? each.reason : [])),
    beside: beside.map(({ mount, isWritableAlone }) => [
      mount.target,
      mount.hostPaths[0],
      isWritableAlone,
    ]),
  };
}

test('what another namespace gives besides is named once, and what it lacks is not', () => {
  expect(
    read(
      ['one', root, app],
      [
        'two',
        root,
        '75 73 254:0 /etc /e rw - ext4 /dev/vda rw',
        '76 75 254:0 /etc/ssl /e/ssl rw - ext4 /dev/vda rw',
      ],
      ['two', root],
    ).beside,
  ).toEqual([['/e', '/etc', false]]);
  // Of what the first has a part at another place is nothing more.
  expect(
    read(['one', root, app], ['two', root, '75 73 254:0 /srv/app/in /y ro - ext4 x rw']).beside,
  ).toEqual([]);
  expect(read(['one', root, app], ['two', root, '75 73 0:50 / /t rw - tmpfs t rw']).beside).toEqual(
    [],
  );
});

test('what may be written there alone is named', () => {
  expect(read(['one', root, app], ['two', root, app.replace(' ro ', ' rw ')]).beside).toEqual([
    ['/x', '/srv/app', true],
  ]);
});

test('a process with the mounts of the host gives its root directory, with all that is in it', () => {
  const host = ['27 1 254:0 / / rw - ext4 /dev/vda rw', '28 27 0:9 / /run rw - tmpfs tmpfs rw'];
  expect(read(['one', root, app], ['host', ...host]).beside).toEqual([['/', '/', false]]);
});

test('a process that changed its root directory does not speak for its namespace', () => {
  const seen = { first: ['/', '/x'], gaps: [], beside: [] };
  expect(read(['one', '74 73 0:50 / /t rw - tmpfs t rw'], ['one', root, app])).toEqual(seen);
  // Its root is what was to be mounted in it, or memory.
  expect(read(['one', app.replace(' /x ', ' / ')], ['one', root, app])).toEqual(seen);
  expect(read(['one', '74 73 0:50 / / rw - tmpfs t rw'], ['one', root, app])).toEqual(seen);
  expect(read(['one', '74 73 0:50 / /t rw - tmpfs t rw']).first).toBe('unsupported');
  expect(read(['one', root], ['two', '74 73 0:50 / /t rw - tmpfs t rw']).gaps).toEqual([
    'unsupported',
  ]);
});

test('a process that ended had no mounts, unless it was the first', () => {
  expect(read(['one', root], ['', ...[]]).gaps).toEqual([]);
  expect(read(['one']).first).toBe('unavailable');
});
