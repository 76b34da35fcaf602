import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeDaemon } from '../../../src/collectors/daemon/read-daemon.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** A /proc with one engine, as far as reading it goes; its root directory has this one daemon.json. */
function procWith(environ: readonly string[], configFile: string): string {
  const procRoot = temporaryRoot({
    stat: 'btime 1000\n',
    uptime: '200.00 1\n',
    '7/stat': '7 (dockerd) S 1 7 7 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 9999999999999 0 0\n',
    '7/cmdline': 'dockerd\0--storage-driver=vfs\0',
    '7/environ': environ.map((entry) => `${entry}\0`).join(''),
    [`7/root${configFile}`]: '{"log-level": "warn"}',
  });
  mkdirSync(join(procRoot, '7/root/usr'), { recursive: true });
  symlinkSync('/usr/sbin/dockerd', join(procRoot, '7/exe'));
  symlinkSync('/', join(procRoot, '7/cwd'));
  return procRoot;
}

const rootless = 'ROOTLESSKIT_STATE_DIR=/run/user/1000/dockerd-rootless';

test.each([
  ['the system’s', ['HOME=/root'], '/etc/docker/daemon.json'],
  [
    'its user’s under RootlessKit',
    ['HOME=/home/u', rootless],
    '/home/u/.config/docker/daemon.json',
  ],
  [
    'where its user keeps such files',
    ['HOME=/home/u', 'XDG_CONFIG_HOME=/home/u/cfg', rootless],
    '/home/u/cfg/docker/daemon.json',
  ],
])('a daemon reads %s daemon.json', async (_, environ, path) => {
  const engine = { pid: 7, dataRoot: '/var/lib/docker', sockets: new Set<string>() };
  const { process, settings } = await describeDaemon(engine, procWith(environ, path));
  expect(process.configFile).toBe(path);
  expect(settings.logLevel).toMatchObject({
    configured: { value: 'warn', source: { kind: 'file', path } },
    inForce: { value: 'warn' },
  });
});
