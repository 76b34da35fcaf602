import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { livingThread, otherThreads } from '../../../src/collectors/proc/process-threads.ts';

const root = mkdtempSync(join(tmpdir(), 'plimsoll-threads-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Writes a thread as /proc shows it; one that has ended has no namespaces any more. */
function thread(folder: string, state: string, network: string): void {
  const status = join(root, folder, 'status');
  mkdirSync(dirname(status), { recursive: true });
  writeFileSync(status, `Name:\tweb\nState:\t${state}\nThreads:\t3\nUid:\t0\t0\t0\t0\n`);
  if (state.startsWith('Z')) return;
  mkdirSync(join(root, folder, 'ns'));
  symlinkSync('mnt:[7]', join(root, folder, 'ns/mnt'));
  symlinkSync(network, join(root, folder, 'ns/net'));
}

for (const pid of [4, 5]) {
  thread(`${pid}`, 'Z (zombie)', '');
  thread(`${pid}/task/${pid}`, 'Z (zombie)', '');
}
thread('4/task/41', 'S (sleeping)', 'net:[1]');
thread('4/task/42', 'S (sleeping)', 'net:[1]');
thread('4/task/43', 'S (sleeping)', 'net:[2]');
thread('5/task/51', 'Z (zombie)', '');

const first = (pid: number) => ({
  status: 'State:\tZ (zombie)\nThreads:\t3\n',
  mounts: '',
  folder: String(pid),
});

test('a process whose first thread has ended is read by one that lives, and by those in other namespaces', () => {
  const living = livingThread(root, first(4));
  expect(living).toMatchObject({ folder: '4/task/41', mounts: 'mnt:[7]' });
  expect(living && otherThreads(root, living).map(({ folder }) => folder)).toEqual(['4/task/43']);
});

test('a process whose threads have all ended is read by none', () => {
  expect(livingThread(root, first(5))).toBeUndefined();
});

test('a first thread that lives stands for its process', () => {
  const alive = { status: 'State:\tS (sleeping)\n', mounts: 'mnt:[7]', folder: '4' };
  expect(livingThread(root, alive)).toBe(alive);
});
