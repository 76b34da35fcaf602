import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHostInForce, readInForce } from '../../../src/collectors/proc/in-force.ts';

const id = 'a1'.repeat(32);
let root = '';
const write = (file: string, text: string): void => {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const limits = (soft: number, hard: number): string =>
  `Limit   Soft   Hard   Units\nMax open files            ${soft}   ${hard}   files\n`;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'plimsoll-in-force-'));
  write('proc/1/mountinfo', '1 0 0:1 / /cg rw - cgroup2 cgroup2 rw\n');
  write('proc/7/mountinfo', '1 0 0:9 / / rw - overlay overlay rw\n');
  write(`cg/docker/${id}/memory.max`, '1000000');
  write(`cg/docker/${id}/pids.max`, '7');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const processOf = (pid: number, cgroup: string, program: string) => ({
  ...{ pid, program, uid: 0, status: '', mounts: 'mnt:[1]', folder: String(pid) },
  ...{ cgroups: `0::${cgroup}\n`, isEntered: false, handsShell: false },
});

const read = (...processes: ReturnType<typeof processOf>[]) => readOwn([], ...processes);

const readOwn = (
  ownNamespaces: readonly ('network' | 'uts')[],
  ...processes: ReturnType<typeof processOf>[]
) =>
  readInForce(
    {
      ...{ id, pid: 7, processes, targets: [], sources: [], hasDiskRates: false },
      keptPaths: { masked: [], readOnly: [] },
      ...{ ownNamespaces, isOffline: false },
    },
    openHostInForce(path.join(root, 'proc'), root, [
      { name: 'web', pid: 7 },
      { name: 'other', pid: 5 },
    ]),
    path.join(root, 'proc'),
  );

test('a limit that does not hold one process is that process’s, by its own files', async () => {
  write('proc/7/limits', limits(100, 200));
  write('proc/3/limits', limits(100, 300));
  write('proc/9/limits', limits(150, 200));
  const found = await read(
    processOf(3, '/', 'nsenter'),
    processOf(7, `/docker/${id}`, 'web'),
    processOf(9, `/docker/${id}`, 'worker'),
  );
  const holders = [{ pid: 3, program: 'nsenter' }];
  expect(found.limits).toEqual(
    new Map([
      ['memoryBytes', { value: 0, path: '/cg', holders }],
      ['cpus', { value: 0, path: '/cg', holders }],
      ['pidsLimit', { value: 0, path: '/cg', holders }],
    ]),
  );
  expect(found.ulimits).toEqual([
    { name: 'nofile', soft: 100, hard: 300, holder: { pid: 3, program: 'nsenter' } },
  ]);
});

test('of what holds all alike, the first process is the witness', async () => {
  write('proc/2/limits', limits(100, 200));
  const found = await read(
    processOf(2, `/docker/${id}`, 'worker'),
    processOf(7, `/docker/${id}`, 'web'),
  );
  expect(found.ulimits).toMatchObject([{ holder: { pid: 7 } }]);
  expect(found.ownLimits).toEqual(
    new Map([
      ['memoryBytes', { value: 1_000_000, path: `/cg/docker/${id}/memory.max` }],
      ['pidsLimit', { value: 7, path: `/cg/docker/${id}/pids.max` }],
    ]),
  );
});

/** Gives a process a namespace. */
const link = (pid: number, name: string, to: string): void => {
  mkdirSync(path.join(root, `proc/${pid}/ns`), { recursive: true });
  symlinkSync(to, path.join(root, `proc/${pid}/ns/${name}`));
};

test('where the host is not read, what the process has that started the container is the host’s, or nobody knows', async () => {
  link(7, 'uts', 'uts:[2]');
  link(4, 'uts', 'uts:[1]');
  const processes = [4, 7].map((pid) => processOf(pid, `/docker/${id}`, `program-${pid}`));
  expect((await read(...processes)).otherNamespaces).toMatchObject([
    { reason: 'denied', source: { path: '/proc/1/ns/uts' } },
  ]);
  const started = processes.map((each) => ({ ...each, status: 'PPid:\t6\n' }));
  link(6, 'uts', 'uts:[1]');
  expect((await read(...started)).otherNamespaces).toEqual([
    { kind: 'uts', owner: 'host', holders: [{ pid: 4, program: 'program-4' }], link: '4/ns/uts' },
  ]);
  for (const pid of [4, 6, 7]) rmSync(path.join(root, `proc/${pid}/ns`), { recursive: true });
});

test('a process in a namespace of the host is named, where the container has one of its own', async () => {
  for (const name of ['net', 'ipc', 'cgroup']) {
    link(1, name, `${name}:[1]`);
    link(4, name, `${name}:[1]`);
    link(5, name, `${name}:[2]`);
  }
  link(7, 'net', 'net:[2]');
  link(7, 'ipc', 'ipc:[1]');
  link(7, 'cgroup', 'cgroup:[2]');
  const found = await read(
    ...[4, 5, 7].map((pid) => processOf(pid, `/docker/${id}`, `program-${pid}`)),
  );
  expect(found.otherNamespaces).toEqual([
    {
      ...{ kind: 'network', owner: 'host', link: '4/ns/net' },
      holders: [{ pid: 4, program: 'program-4' }],
    },
    {
      ...{ kind: 'cgroupns', owner: 'host', link: '4/ns/cgroup' },
      holders: [{ pid: 4, program: 'program-4' }],
    },
  ]);
});

test('a process in a namespace of another container is named with that container', async () => {
  link(7, 'uts', 'uts:[7]');
  link(5, 'uts', 'uts:[5]');
  link(8, 'uts', 'uts:[5]');
  link(9, 'uts', 'uts:[9]');
  const processes = [7, 8, 9].map((pid) => processOf(pid, `/docker/${id}`, 'p'));
  expect((await read(...processes)).otherNamespaces).toMatchObject([{ reason: 'denied' }]);
  link(1, 'uts', 'uts:[1]');
  expect((await read(...processes)).otherNamespaces).toEqual([
    {
      ...{ kind: 'uts', owner: 'container:other', link: '8/ns/uts' },
      holders: [{ pid: 8, program: 'p' }],
    },
  ]);
});

test('a first process in a namespace of the host is named where the container was made with its own', async () => {
  rmSync(path.join(root, 'proc/7/ns'), { recursive: true });
  link(7, 'net', 'net:[1]');
  const only = processOf(7, `/docker/${id}`, 'web');
  expect((await readOwn([], only)).otherNamespaces).toEqual([]);
  expect((await readOwn(['network'], only)).otherNamespaces).toEqual([
    {
      ...{ kind: 'network', owner: 'host', link: '7/ns/net' },
      holders: [{ pid: 7, program: 'web' }],
    },
  ]);
});
