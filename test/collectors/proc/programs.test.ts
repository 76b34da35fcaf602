import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { indexProcesses } from '../../../src/collectors/proc/container-processes.ts';
import { processesOf } from '../../../src/collectors/engine/reading/container-runtime.ts';

const id = 'a1'.repeat(32);
let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'plimsoll-programs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What is read of one process of a container. */
async function read(exe: string, argv: readonly string[]) {
  const folder = path.join(root, '7');
  mkdirSync(path.join(folder, 'ns'), { recursive: true });
  symlinkSync(exe, path.join(folder, 'exe'));
  for (const name of ['mnt', 'pid']) symlinkSync(`${name}:[1]`, path.join(folder, 'ns', name));
  writeFileSync(path.join(folder, 'cgroup'), `0::/docker/${id}\n`);
  writeFileSync(path.join(folder, 'cmdline'), argv.map((word) => `${word}\0`).join(''));
  writeFileSync(path.join(folder, 'comm'), 'comm\n');
  writeFileSync(
    path.join(folder, 'status'),
    'Name:\tx\nUid:\t0\t0\t0\t0\nPPid:\t0\nNSpid:\t7\nThreads:\t1\n',
  );
  const [process] = (await indexProcesses(root)).sameContainer(7);
  return process;
}

test.each([
  ['/bin/busybox', '/bin/telnetd -F', 'telnetd'],
  ['/bin/busybox', 'busybox telnetd -F', 'telnetd'],
  ['/bin/busybox', '/bin/busybox /bin/busybox telnetd', 'telnetd'],
  ['/bin/busybox.static', '-sh', 'sh'],
  ['/usr/bin/toybox', 'toybox nc -l', 'nc'],
  ['/usr/bin/coreutils', '/usr/bin/coreutils --coreutils-prog=sleep 9', 'sleep'],
  ['/usr/bin/dropbearmulti', 'dropbear -F', 'dropbear'],
  ['/bin/busybox (deleted)', 'telnetd', 'telnetd'],
  ['/bin/busybox', 'busybox', 'busybox'],
  ['/bin/busybox', '', 'busybox'],
  ['/usr/sbin/sshd', 'nginx: worker', 'sshd'],
])('%s called as "%s" is %s', async (exe, words, program) => {
  expect(await read(exe, words.split(' '))).toMatchObject({ program, handsShell: false });
});

test.each([
  ['/usr/bin/nc.traditional', 'nc -l -p 2222 -e /bin/sh'],
  ['/bin/busybox', 'busybox nc -l -p 2222 -e /bin/sh'],
  ['/bin/busybox', '/bin/nc -lp 2222 -e sh'],
  ['/usr/bin/ncat', 'other -l 2222 --exec=/bin/bash'],
  ['/usr/bin/socat', 'socat TCP-LISTEN:2222,fork EXEC:/bin/sh'],
])('%s called as "%s" hands a shell over', async (exe, words) => {
  expect(await read(exe, words.split(' '))).toMatchObject({ handsShell: true });
});

test('what the engine lists is read alike', () => {
  const rows = ['busybox telnetd -F', 'nc -l -p 2222 -e /bin/sh', 'nc -l -p 2222'];
  expect(
    processesOf({
      Titles: ['PID', 'UID', 'COMMAND'],
      Processes: rows.map((row, at) => [String(at + 1), '0', row]),
    }),
  ).toEqual([
    { pid: 1, uid: 0, program: 'telnetd' },
    { pid: 2, uid: 0, program: 'nc', handsShell: true },
    { pid: 3, uid: 0, program: 'nc' },
  ]);
});
