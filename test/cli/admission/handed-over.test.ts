import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cliPath, runCli } from '../../support/cli.ts';
import { holdSocket } from '../../support/hold-socket.ts';
import { describeWithPrograms } from '../../support/needs.ts';
import { postTo } from '../../support/post-to.ts';

const question = JSON.stringify({
  RequestMethod: 'POST',
  RequestUri: '/v1.45/containers/create',
  RequestBody: Buffer.from('{"Image":"a","HostConfig":{"Privileged":true}}').toString('base64'),
});

/** Prints the first line of each message that is sent to a socket, as systemd would hear it. */
const listener = `
use strict; use Socket; $| = 1;
socket(my $at, PF_UNIX, SOCK_DGRAM, 0) or die; bind($at, pack_sockaddr_un($ARGV[0])) or die $!;
print "listening\\n";
while (defined recv($at, my $said, 4096, 0)) { print +(split /\\n/, $said)[0], "\\n" }`;

describeWithPrograms('a socket that was handed over', ['perl', 'systemd-notify'], () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-handed-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const flags = (): readonly string[] => [
    ...['admission', 'run', `unix://${join(folder, 'none.sock')}`],
    ...['--mode', 'enforce', '--deadline', '10000', '--no-config'],
  ];

  test('is served, and a plugin that is killed is not noticed', async () => {
    const socket = join(folder, 'plugin.sock');
    const held = holdSocket(socket, [process.execPath, cliPath, ...flags()]);
    const ask = async (): Promise<boolean> => {
      const { body } = await postTo(socket, '/AuthZPlugin.AuthZReq', question);
      return (JSON.parse(body) as { readonly Allow: boolean }).Allow;
    };
    try {
      while (held.pids.length === 0) await sleep(20);
      for (let round = 0; round < 3; round += 1) {
        expect(await ask()).toBe(false);
        process.kill(held.pids.at(-1) ?? 0, 'SIGKILL');
        await sleep(20);
        // Nobody is there to answer these yet: they wait.
        expect(await Promise.all([ask(), ask(), ask()])).toEqual([false, false, false]);
      }
      expect(held.pids.length).toBe(4);
      process.kill(held.pids.at(-1) ?? 0, 'SIGTERM');
      await sleep(100);
      expect(await ask()).toBe(false);
    } finally {
      await held.stop();
    }
  }, 60_000);

  test('systemd hears that the plugin is ready once it answers, and the first question is in the journal', async () => {
    const [socket, notify] = [join(folder, 'ready.sock'), join(folder, 'notify.sock')];
    const systemd = spawn('perl', ['-e', listener, notify]);
    const heard = createInterface({ input: systemd.stdout })[Symbol.asyncIterator]();
    expect(await heard.next()).toMatchObject({ value: 'listening' });
    const words = [cliPath, ...flags(), '--socket', socket];
    const plugin = spawn(process.execPath, words, {
      env: { ...process.env, NOTIFY_SOCKET: notify },
    });
    const journal = createInterface({ input: plugin.stderr })[Symbol.asyncIterator]();
    try {
      expect(await heard.next()).toMatchObject({ value: 'READY=1' });
      const asked = await postTo(socket, '/Plugin.Activate', '');
      expect(JSON.parse(asked.body)).toEqual({ Implements: ['authz'] });
      const get = { RequestMethod: 'GET', RequestUri: '/v1.45/version' };
      await postTo(socket, '/AuthZPlugin.AuthZReq', JSON.stringify(get));
      let line = await journal.next();
      while (line.value !== 'Docker asks this plugin.') line = await journal.next();
    } finally {
      plugin.kill('SIGKILL');
      systemd.kill('SIGKILL');
      await Promise.all([once(plugin, 'exit'), once(systemd, 'exit')]);
    }
  }, 60_000);

  test('is left alone where it was meant for another process, and there is none without', async () => {
    for (const env of [{ LISTEN_FDS: '1', LISTEN_PID: '1' }, { LISTEN_FDS: '1' }, {}]) {
      const { status, stderr } = await runCli(flags(), { env: { ...process.env, ...env } });
      expect(status).toBe(2);
      expect(stderr).toContain('There is no socket to listen at.');
    }
  });
});
