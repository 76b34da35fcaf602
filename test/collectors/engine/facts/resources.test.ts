import { describe, expect, it } from 'vitest';
import {
  rawContainer,
  type RawHostConfig,
} from '../../../../src/collectors/engine/api-schemas/container.ts';
import type { LimitsRead } from '../../../../src/collectors/proc/cgroup-held.ts';
import { settle } from '../../../../src/collectors/gathering/partial-facts.ts';
import { readLines } from '../../../../src/collectors/gathering/fact-lines.ts';
import type { WorkloadFacts } from '../../../../src/core/subjects/workload/workload.ts';
import { otherLimit } from '../../../../src/collectors/engine/facts/workload/limits-in-force.ts';
import { isRuleOfOne } from '../../../../src/collectors/proc/cgroup-settings.ts';
import { resourceLines } from '../../../../src/collectors/engine/facts/workload/resources.ts';

const look = (HostConfig: object, rates?: string) =>
  readLines<
    { raw: { HostConfig: RawHostConfig }; limits?: LimitsRead },
    WorkloadFacts['resources']
  >(resourceLines, {
    ...(rates === undefined
      ? {}
      : { limits: new Map([['diskRates', { value: rates, path: '/io.max' }]]) }),
    raw: rawContainer.parse({
      Id: 'a',
      Name: '/a',
      State: { Status: 'created', Pid: 0 },
      HostConfig,
      Config: {},
      NetworkSettings: {},
    }),
  });

describe('what a container may use', () => {
  it('is processor time by any of its names', () => {
    const half = [
      { NanoCpus: 500_000_000 },
      { CpuQuota: 50_000, CpuPeriod: 100_000 },
      { CpuQuota: 50_000 },
      { CpuQuota: 5000, CpuPeriod: 10_000 },
    ];
    expect(half.map((host) => look(host).cpus)).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect([{}, { CpuQuota: -1 }, { CpuPeriod: 1000 }].map((host) => look(host).cpus)).toEqual([
      0, 0, 0,
    ]);
  });
  it('is a rate for each device', () => {
    expect(
      look({
        BlkioDeviceReadBps: [{ Path: '/dev/sda', Rate: 1000 }],
        BlkioDeviceWriteIOps: [{ Path: '/dev/sda', Rate: 0 }],
      }).blkioLimits,
    ).toEqual([
      { device: '/dev/sda', what: 'readBytes', perSecond: 1000 },
      { device: '/dev/sda', what: 'writeOperations', perSecond: 0 },
    ]);
  });
  it('is the rate in force where that is another one', () => {
    const asked = { BlkioDeviceWriteBps: [{ Path: '/dev/sda', Rate: 1000 }] };
    expect(look(asked, 'writeBytes 1000 8:0').blkioLimits).toEqual([
      { device: '/dev/sda', what: 'writeBytes', perSecond: 1000 },
    ]);
    const lifted = settle({ rates: look(asked, '').blkioLimits });
    expect([lifted.facts, lifted.sources['/rates']]).toEqual([
      { rates: [] },
      { kind: 'file', path: '/io.max' },
    ]);
    expect(settle({ rates: look(asked, 'writeBytes 5000 8:0').blkioLimits }).facts).toEqual({
      rates: [{ device: '8:0', what: 'writeBytes', perSecond: 5000 }],
    });
  });
  it('is a size of its own layer', () => {
    expect(look({ StorageOpt: { size: '10G' } }).storageBytes).toBe(10 * 2 ** 30);
    expect(look({ StorageOpt: null }).storageBytes).toBe(0);
  });
});

describe('rules of devices in force', () => {
  const other = (found: string, host: object): unknown => {
    const { HostConfig } = rawContainer.parse({
      ...{ Id: 'a', Name: '/a', State: { Status: 'running', Pid: 9 } },
      ...{ HostConfig: { Privileged: false, Devices: [], DeviceRequests: [], ...host } },
      ...{ Config: {}, NetworkSettings: {} },
    });
    const limits: LimitsRead = new Map([['openDevices', { value: found, path: '/devices.list' }]]);
    return otherLimit(limits, 'openDevices', HostConfig)?.value;
  };
  it.each([
    ['a disk that nobody gave to it', 'b 254:0 rw', { DeviceCgroupRules: [] }, 'b 254:0 rw'],
    ['one that was asked for', 'b 254:0 rw', { DeviceCgroupRules: ['b 254:0 wr'] }, undefined],
    ['one beside those that were', 'b 8:0 rw', { DeviceCgroupRules: ['b 254:0 rw'] }, 'b 8:0 rw'],
    [
      'what may be of a device that it was given',
      'b 254:0 rw',
      {
        DeviceCgroupRules: [],
        Devices: [{ PathOnHost: '/dev/x', PathInContainer: '/dev/x', CgroupPermissions: 'rw' }],
      },
      undefined,
    ],
    [
      'all of them, beside one that it was given',
      'a *:* rwm',
      { DeviceCgroupRules: [], Devices: [{ PathOnHost: '/dev/x' }] },
      'a *:* rwm',
    ],
    ['any for one that is privileged', 'a *:* rwm', { Privileged: true }, undefined],
  ])('%s', (_, found, host, says) => {
    expect(other(found, host)).toBe(says);
  });
  it.each([
    ['b 254:0 rwm', true],
    ['c 1:1 r', true],
    ['c 1:3 rwm', false],
    ['c 136:* rwm', false],
    ['b *:* m', false],
  ])('%s is one that not every container has: %s', (rule, isOne) => {
    expect(isRuleOfOne(rule)).toBe(isOne);
  });
});
