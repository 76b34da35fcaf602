import { expect, test } from 'vitest';
import { parseProcessCgroups } from '../../../src/syntax/proc/process-cgroups.ts';

test('takes both versions apart, colons in paths and hierarchies without a controller among them', () => {
  expect(
    parseProcessCgroups(
      '9:name=systemd:/a\n4:cpu,cpuacct:/docker/x\n2:memory:/a:b\n0::/system.slice/docker-1.scope\n',
    ),
  ).toEqual([
    { controllers: [], path: '/a' },
    { controllers: ['cpu', 'cpuacct'], path: '/docker/x' },
    { controllers: ['memory'], path: '/a:b' },
    { controllers: [], path: '/system.slice/docker-1.scope' },
  ]);
});
