import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

describeWithPrograms('a socket that was handed over', ['perl'], () => {
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

  test('is left alone where it was meant for another process, and there is none without', async () => {
    for (const env of [{ LISTEN_FDS: '1', LISTEN_PID: '1' }, { LISTEN_FDS: '1' }, {}]) {
      const { status, stderr } = await runCli(flags(), { env: { ...process.env, ...env } });
      expect(status).toBe(2);
      expect(stderr).toContain('There is no socket to listen at.');
    }
  });
});
