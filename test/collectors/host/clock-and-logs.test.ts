import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, realpathSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readHostPrograms } from '../../../src/collectors/host/host-processes.ts';
import { factsOf, gapsOf, hostRoot } from '../../support/host-root.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

test('a host without any of it', async () => {
  const { clock, logging, audit } = await factsOf(hostRoot());
  expect(clock).toEqual({ enabled: [], running: [], lastSet: null });
  expect(logging).toEqual({ services: [], plainFiles: [], rotated: false, lastRotation: null });
  expect(audit.daemonRunning).toBe(false);
});

test('time services that start, and not those that are masked', async () => {
  const root = hostRoot(
    { '/etc/runlevels/default/ntpd': '', '/dev/null': '' },
    {
      '/etc/systemd/system/multi-user.target.wants/chrony.service':
        '/usr/lib/systemd/system/chrony.service',
      '/usr/lib/systemd/system/sysinit.target.wants/systemd-timesyncd.service':
        '../systemd-timesyncd.service',
      '/etc/systemd/system/systemd-timesyncd.service': '/dev/null',
    },
  );
  expect((await factsOf(root)).clock.enabled).toEqual(['chrony', 'ntpd']);
});

test('the latest sign that the clock was set, and that logs were rotated', async () => {
  const root = hostRoot({
    '/var/lib/chrony/drift': '',
    '/run/systemd/timesync/synchronized': '',
    '/var/lib/logrotate/status': '',
    '/etc/logrotate.conf': '',
    '/var/log/syslog': '',
  });
  const at = (path: string, when: string): void =>
    utimesSync(join(root, path), new Date(when), new Date(when));
  at('var/lib/chrony/drift', '2026-11-24T10:00:00.900Z');
  at('run/systemd/timesync/synchronized', '2026-11-20T10:00:00Z');
  at('var/lib/logrotate/status', '2026-11-24T00:00:07Z');
  const { clock, logging } = await factsOf(root);
  expect(clock.lastSet).toBe('2026-11-24T10:00:00.000Z');
  expect(logging).toMatchObject({
    plainFiles: ['/var/log/syslog'],
    rotated: true,
    lastRotation: '2026-11-24T00:00:07.000Z',
  });
});

/** A program of that name that runs, with this directory as its root. */
function startProgram(name: string, root: string): string {
  const path = join(root, 'usr/sbin', name);
  mkdirSync(join(root, 'usr/sbin'), { recursive: true });
  copyFileSync('/bin/sleep', path);
  const child = spawn(path, ['60'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  return realpathSync(path);
}

test('programs that run on this host, and not those of another root', async () => {
  const path = startProgram('plimsoll-chronyd', temporaryRoot());
  const names = ['plimsoll-chronyd'];
  expect(await readHostPrograms('/', '/proc', names)).toMatchObject({ value: [path] });
  // Processes of this machine that may not be looked at make it a gap, which is no list either.
  expect(await readHostPrograms(temporaryRoot(), '/proc', names)).not.toMatchObject({
    value: [path],
  });
});

test.each([
  [
    'without processes to look at',
    { '/proc/1/mountinfo': null, '/proc/1/net/tcp': null },
    { '/proc/1/exe': null, '/proc/1/fd/0': null, '/proc/1/ns/net': null },
  ],
  ['of processes without a program alone', {}, { '/proc/1/exe': null }],
])('%s, that none runs is not a fact', async (_, changes, links) => {
  const root = hostRoot(changes, links);
  const gaps = await gapsOf(root);
  for (const path of ['/audit/daemonRunning', '/clock/running', '/logging/services']) {
    expect(gaps).toContain(`${path} unavailable`);
  }
});
