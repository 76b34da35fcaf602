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

const read = (...processes: ReturnType<typeof processOf>[]) =>
  readInForce(
    {
      ...{ id, pid: 7, processes, targets: [], sources: [], hasDiskRates: false },
      keptPaths: { masked: [], readOnly: [] },
    },
    openHostInForce(path.join(root, 'proc'), root),
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
  expect((await read(...processes)).hostNamespaces).toMatchObject([
    { reason: 'denied', source: { path: '/proc/1/ns/uts' } },
  ]);
  write('proc/7/status', 'Name:\tweb\nPPid:\t6\n');
  link(6, 'uts', 'uts:[1]');
  expect((await read(...processes)).hostNamespaces).toEqual([
    { kind: 'uts', holders: [{ pid: 4, program: 'program-4' }], link: '4/ns/uts' },
  ]);
  for (const pid of [4, 6, 7]) rmSync(path.join(root, `proc/${pid}/ns`), { recursive: true });
  rmSync(path.join(root, 'proc/7/status'));
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
  expect(found.hostNamespaces).toEqual([
    { kind: 'network', holders: [{ pid: 4, program: 'program-4' }], link: '4/ns/net' },
    { kind: 'cgroupns', holders: [{ pid: 4, program: 'program-4' }], link: '4/ns/cgroup' },
  ]);
});
