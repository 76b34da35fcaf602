import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LimitsRead } from '../../../src/collectors/proc/cgroup-held.ts';
import { openCgroups } from '../../../src/collectors/proc/cgroup-limits.ts';
import { parseMountInfo } from '../../../src/syntax/proc/mount-info.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'plimsoll-cgroups-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  mkdirSync(path.join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(root, folder, name), `${text}\n`);
  }
};

const values = (limits: LimitsRead): unknown =>
  Object.fromEntries([...limits].map(([key, { value }]) => [key, value]));

const unified = '1 0 0:1 / /cg2 rw - cgroup2 cgroup2 rw';
const split = ['memory', 'pids', 'cpu,cpuacct']
  .map((name) => `1 0 0:2 / /cg1/${name} rw - cgroup cgroup rw,${name}`)
  .join('\n');

test('cgroup v2: the least on the way up is in force, and its file is named', () => {
  write('cg2/slice', { 'memory.max': '1000000', 'pids.max': 'max', 'cpu.max': '50000 100000' });
  write('cg2/slice/one', {
    'memory.max': '2000000',
    'memory.swap.max': '0',
    'memory.low': '4096',
    'pids.max': '7',
    'cpu.max': 'max 100000',
    'cpuset.cpus': '0-1',
  });
  const { inForce, own } = openCgroups(parseMountInfo(unified), root).limitsOn(
    '0::/slice/one\n',
    'one',
  );
  expect(values(inForce)).toEqual({
    memoryBytes: 1_000_000,
    memoryReservationBytes: 4096,
    memorySwapBytes: 2_000_000,
    pidsLimit: 7,
    cpus: 0.5,
    cpuset: '0-1',
  });
  expect(inForce.get('memoryBytes')?.path).toBe('/cg2/slice/memory.max');
  expect(values(own)).toMatchObject({ memoryBytes: 2_000_000, cpus: 0 });
});

test('cgroup v2: in the root of the hierarchy nothing is limited', () => {
  const { inForce } = openCgroups(parseMountInfo(unified), root).limitsOn('0::/\n', 'one');
  expect(values(inForce)).toEqual({ memoryBytes: 0, cpus: 0, pidsLimit: 0 });
});

test('cgroup v1: each controller by its own hierarchy, and its largest number is no limit', () => {
  write('cg1/memory/docker/one', {
    'memory.limit_in_bytes': '9223372036854771712',
    'memory.soft_limit_in_bytes': '9223372036854771712',
    'memory.oom_control': 'oom_kill_disable 1\nunder_oom 0',
  });
  write('cg1/pids/docker/one', { 'pids.max': '20' });
  write('cg1/cpu,cpuacct/docker/one', {
    'cpu.cfs_quota_us': '-1',
    'cpu.cfs_period_us': '100000',
    'cpu.shares': '512',
  });
  const text =
    '4:memory:/docker/one\n3:pids:/docker/one\n2:cpu,cpuacct:/docker/one\n0::/elsewhere\n';
  const { inForce } = openCgroups(parseMountInfo(split), root).limitsOn(text, 'one');
  expect(values(inForce)).toEqual({
    memoryBytes: 0,
    memoryReservationBytes: 0,
    oomKillDisabled: 1,
    pidsLimit: 20,
    cpus: 0,
    cpuShares: 512,
  });
});

test('both versions at once: the root of version 2 lifts no limit of a controller that version 1 has', () => {
  write('cg1/memory/docker/one', { 'memory.limit_in_bytes': '67108864' });
  const both = openCgroups(parseMountInfo(`${split}\n${unified}`), root);
  const { inForce } = both.limitsOn('4:memory:/docker/one\n0::/\n', 'one');
  expect(values(inForce)).toMatchObject({ memoryBytes: 67_108_864 });
});

test('says nothing of a controller that is not mounted, and of a cgroup that is gone', () => {
  const reader = openCgroups(parseMountInfo(split), root);
  expect(values(reader.limitsOn('3:pids:/docker/gone\n', 'gone').inForce)).toEqual({});
  expect(values(openCgroups([], root).limitsOn('3:pids:/docker/one\n', 'one').inForce)).toEqual({});
});

test('rates of disks are read where they are wanted, in either version alike', () => {
  write('cg2/rated', {
    'io.max':
      '254:0 rbps=max wbps=1048576 riops=100 wiops=max\n8:0 rbps=5 wbps=max riops=max wiops=max',
  });
  const cgroups = openCgroups(parseMountInfo(unified), root);
  expect(cgroups.limitsOn('0::/rated\n', 'rated').own.get('diskRates')).toBeUndefined();
  expect(cgroups.limitsOn('0::/rated\n', 'rated', true).own.get('diskRates')).toEqual({
    value: 'writeBytes 1048576 254:0\nreadOperations 100 254:0\nreadBytes 5 8:0',
    path: '/cg2/rated/io.max',
  });
  write('cg1/blkio/rated', {
    'blkio.throttle.read_bps_device': '',
    'blkio.throttle.write_bps_device': '254:0 1048576',
    'blkio.throttle.read_iops_device': '254:0 100',
    'blkio.throttle.write_iops_device': '',
  });
  const own = parseMountInfo('1 0 0:2 / /cg1/blkio rw - cgroup cgroup rw,blkio');
  expect(
    openCgroups(own, root).limitsOn('7:blkio:/rated\n', 'rated', true).own.get('diskRates')?.value,
  ).toBe('writeBytes 1048576 254:0\nreadOperations 100 254:0');
});

test('cgroup v2: what a container makes below its own cgroup for itself lifts nothing', () => {
  write('cg2/held', { 'memory.max': '9000000' });
  write('cg2/held/box', {
    'memory.max': '1000000',
    'memory.swap.max': '500000',
    'memory.low': '4096',
    'pids.max': '7',
    'cpu.max': '50000 100000',
    'cpuset.cpus': '0-1',
    'io.max': '254:0 rbps=max wbps=1048576 riops=100 wiops=max',
  });
  write('cg2/held/box/init', {
    'memory.max': 'max',
    'memory.swap.max': 'max',
    'memory.low': '0',
    'pids.max': 'max',
    'cpu.max': 'max 100000',
    'cpuset.cpus': '',
    'io.max': '254:0 rbps=max wbps=2097152 riops=50 wiops=max',
  });
  const limits = openCgroups(parseMountInfo(unified), root).limitsOn(
    '0::/held/box/init\n',
    'box',
    true,
  );
  const all = {
    memoryBytes: 1_000_000,
    memorySwapBytes: 1_500_000,
    memoryReservationBytes: 4096,
    pidsLimit: 7,
    cpus: 0.5,
    cpuset: '0-1',
    diskRates: 'writeBytes 1048576 254:0\nreadOperations 50 254:0',
  };
  expect(values(limits.own)).toEqual(all);
  expect(values(limits.inForce)).toEqual(all);
  expect(limits.own.get('memoryBytes')?.path).toBe('/cg2/held/box/memory.max');
});

test('cgroup v1: likewise, less what its version counts in each cgroup by itself', () => {
  const below = { 'memory.limit_in_bytes': '9223372036854771712' };
  const memory = {
    'memory.limit_in_bytes': '67108864',
    'memory.memsw.limit_in_bytes': '134217728',
    'memory.soft_limit_in_bytes': '33554432',
    'memory.oom_control': 'oom_kill_disable 1',
  };
  write('cg1/memory/docker/box', { ...memory, 'memory.use_hierarchy': '1' });
  write('cg1/memory/docker/box/x', {
    ...below,
    'memory.memsw.limit_in_bytes': '9223372036854771712',
    'memory.soft_limit_in_bytes': '9223372036854771712',
    'memory.oom_control': 'oom_kill_disable 0',
  });
  write('cg1/pids/docker/box', { 'pids.max': '20' });
  write('cg1/pids/docker/box/x', { 'pids.max': 'max' });
  const reader = openCgroups(parseMountInfo(split), root);
  const text = '4:memory:/docker/box/x\n3:pids:/docker/box/x\n';
  expect(values(reader.limitsOn(text, 'box').own)).toEqual({
    memoryBytes: 67_108_864,
    memorySwapBytes: 134_217_728,
    memoryReservationBytes: 33_554_432,
    oomKillDisabled: 1,
    pidsLimit: 20,
  });
  write('cg1/memory/docker/flat', { ...memory, 'memory.use_hierarchy': '0' });
  write('cg1/memory/docker/flat/x', below);
  const flat = reader.limitsOn('4:memory:/docker/flat/x\n', 'flat').inForce;
  expect(flat.get('memoryBytes')?.value).toBe(0);
});

test('a limit of the container that was lifted is named by the container’s own file', () => {
  write('cg2/lifted', { 'pids.max': 'max' });
  write('cg2/lifted/init', { 'pids.max': 'max' });
  const { own } = openCgroups(parseMountInfo(unified), root).limitsOn(
    '0::/lifted/init\n',
    'lifted',
  );
  expect(own.get('pidsLimit')).toEqual({ value: 0, path: '/cg2/lifted/pids.max' });
});
