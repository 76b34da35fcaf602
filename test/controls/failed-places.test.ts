import { describe, expect, it } from 'vitest';
import { hostAuditRulesLoaded } from '../../src/controls/host/host-audit-rules-loaded.ts';
import { workloadNoHostDevices } from '../../src/controls/workload/workload-no-host-devices.ts';
import { workloadNoRemoteShell } from '../../src/controls/workload/workload-no-remote-shell.ts';
import { workloadPortsBoundToInterface } from '../../src/controls/workload/workload-ports-bound-to-interface.ts';
import type { AnyControl } from '../../src/core/controls/control.ts';
import { merge } from '../../src/testing/judging/merge.ts';
import { deny } from '../../src/testing/judging/test-subject.ts';
import { compliantHost } from '../fixtures/host.ts';
import { compliantWorkload, portOf, stopped } from '../fixtures/workload.ts';
import { judge } from '../support/judge.ts';

type Facts = Readonly<Record<string, unknown>>;

const placesOf = (control: AnyControl, compliant: Facts, facts: Facts) =>
  judge(control, merge(compliant, facts)).places?.map(({ path }) => path);

const watch = (path: string) => ({ path, permissions: 'wa', file: '/a.rules', line: 1 });

describe('the places of a failure', () => {
  it('are the audit rules that the kernel has not loaded', () => {
    const facts = {
      audit: { configured: [watch('/a'), watch('/b'), watch('/c')], watches: [watch('/b')] },
    };
    expect(placesOf(hostAuditRulesLoaded, compliantHost, facts)).toEqual([
      '/audit/configured/0',
      '/audit/configured/2',
    ]);
  });

  it('are each device, and the switch that gives all of them', () => {
    const devices = [{ hostPath: '/dev/sda', containerPath: '/dev/sda', permissions: 'rw' }];
    const facts = { privileged: true, devices };
    expect(placesOf(workloadNoHostDevices, compliantWorkload, facts)).toEqual([
      '/privileged',
      '/devices/0',
    ]);
  });

  it('are what it is told to start, and each port that leads there', () => {
    const facts = {
      ...stopped,
      state: 'declared',
      command: ['sshd'],
      ports: [portOf({ containerPort: 22 })],
    };
    expect(placesOf(workloadNoRemoteShell, compliantWorkload, facts)).toEqual([
      '/command',
      '/ports/0',
    ]);
    const { command: _, ...rest } = facts;
    expect(
      judge(
        workloadNoRemoteShell,
        merge(compliantWorkload, { ...rest, givenArguments: ['sshd'] }),
        { gaps: [deny('/command')] },
      ).places?.map(({ path }) => path),
    ).toEqual(['/givenArguments', '/ports/0']);
  });

  it('are each port that is open on every interface', () => {
    const ports = [
      portOf({ hostAddress: '0.0.0.0' }),
      portOf({ hostAddress: '127.0.0.1' }),
      portOf({ hostAddress: '::' }),
    ];
    expect(placesOf(workloadPortsBoundToInterface, compliantWorkload, { ports })).toEqual([
      '/ports/0',
      '/ports/2',
    ]);
  });
});
