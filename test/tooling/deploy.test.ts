import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runWarmCli } from '../support/warm-cli.ts';

describe('deploy', () => {
  it('has a Dockerfile in which nothing fails', async () => {
    const { status, stdout } = await runWarmCli(['scan', 'deploy/Dockerfile', '--fail-on', 'low']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('Nothing failed.')]);
  });

  it('has a Compose file that fails, over low, what it is made for', async () => {
    const args = ['scan', 'deploy/compose.yaml', '--format', 'lines', '--no-config'];
    const { stdout } = await runWarmCli(args);
    const failed = stdout.matchAll(/^deploy\S+ (?:critical|high|medium) (\S+)/gm);
    expect(new Set([...failed].map(([, id]) => id))).toEqual(
      new Set(['workload-no-engine-socket', 'workload-no-sensitive-mounts']),
    );
  });

  it('sends no folder to a build that git would not keep', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const folder of ['.git', 'dist', '**/node_modules']) expect(ignored).toContain(folder);
  });
});
