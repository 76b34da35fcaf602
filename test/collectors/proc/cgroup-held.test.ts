import { expect, it } from 'vitest';
import { isLooser, type CgroupSetting } from '../../../src/collectors/proc/cgroup-held.ts';

const looser = (setting: CgroupSetting, value: number | string, than: number | string): boolean =>
  isLooser(setting, { value, path: '/a' }, { value: than, path: '/b' });

it.each([
  ['memoryBytes', 0, 64],
  ['memoryBytes', 128, 64],
  ['pidsLimit', -1, 20],
  ['cpuset', '', '0'],
  ['cpuset', '0-1', '0'],
  ['oomKillDisabled', 1, 0],
  ['openDevices', 'a *:* rwm', 'c 1:3 r'],
  ['diskRates', '', 'readBytes 1024 8:0'],
  ['diskRates', 'readBytes 2048 8:0', 'readBytes 1024 8:0'],
] as const)('%s %j leaves more than %j, and not the other way round', (setting, more, less) => {
  expect(looser(setting, more, less)).toBe(true);
  expect(looser(setting, less, more)).toBe(setting === 'openDevices');
  expect(looser(setting, more, more)).toBe(false);
});
