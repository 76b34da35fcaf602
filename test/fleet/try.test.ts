import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { cliPath } from '../support/cli.ts';
import { startEngine } from '../support/docker-engine.ts';
import { until } from '../support/fleet-processes.ts';
import { describeWithRoot } from '../support/needs.ts';

const hosts = z.object({
  hosts: z.array(z.object({ host: z.string(), lastSeq: z.number() })),
});
const states = z.object({
  failing: z.record(z.string(), z.array(z.object({ name: z.string() }))),
});

describeWithRoot('plimsoll fleet try on a machine with an engine', ['dockerd'], () => {
  it('has the engine as one of its hosts, and shows what happens on it', async () => {
    const engine = await startEngine();
    const tried = spawn(
      process.execPath,
      [cliPath, 'fleet', 'try', '--hosts', '2', '--no-config'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          PATH: process.env['PATH'],
          NO_COLOR: '1',
          DOCKER_HOST: `unix://${engine.socket}`,
        },
      },
    );
    const gone = once(tried, 'exit');
    try {
      let said = '';
      tried.stderr.on('data', (chunk: Buffer) => {
        said += String(chunk);
      });
      await until(`the local host (${said})`, () => said.includes('local-engine\n'));
      const [, url = '', token = ''] =
        /Console at (\S+); sign in with the token (\S+)/.exec(said) ?? [];
      const ask = async (path: string): Promise<unknown> => {
        const headers = { authorization: `Bearer ${token}` };
        return (await fetch(new URL(path, url), { headers })).json();
      };
      await until('both hosts are heard', async () => {
        const { hosts: known } = hosts.parse(await ask('/api/v1/hosts'));
        return known.length === 2 && known.every(({ lastSeq }) => lastSeq > 0);
      });
      const known = hosts.parse(await ask('/api/v1/hosts')).hosts.map(({ host }) => host);
      expect(known.toSorted()).toEqual(['host-2', 'local-engine']);
      const words = ['run', '-d', '--privileged', '--network=none', '--name', 'shown'];
      await engine.docker(...words, engine.image, 'sleep', '1000');
      await until('the container that runs privileged', async () => {
        const { failing } = states.parse(await ask('/api/v1/hosts/local-engine'));
        return (failing['workload-not-privileged'] ?? []).some(({ name }) => name === 'shown');
      });
    } finally {
      tried.kill('SIGTERM');
      const [code] = (await gone) as [number];
      await engine.stop();
      expect(code).toBe(0);
    }
  }, 120_000);
});
