import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliPath, runCli } from '../support/cli.ts';
import { snapshotOf, subjectOf } from '../support/judge.ts';
import { compliantWorkload } from '../fixtures/workload.ts';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-cli-'));
  await writeFile(
    at('snapshot.json'),
    JSON.stringify(snapshotOf([subjectOf('workload', compliantWorkload, { id: 'good' })])),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs with a standard output that takes nothing. */
function runOnFullDisk(args: readonly string[]): Promise<{ status: number; stderr: string }> {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [cliPath, ...args], {
    stdio: ['ignore', full, 'pipe'],
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', NO_COLOR: '1' },
  });
  closeSync(full);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status: status ?? -1, stderr }));
  });
}

describe('an output that takes nothing', () => {
  it.each(['scan SNAPSHOT --json', 'scan SNAPSHOT', 'list controls'])(
    'is told in one sentence, and what to do: %s',
    async (line) => {
      const { status, stderr } = await runOnFullDisk(
        line.replace('SNAPSHOT', at('snapshot.json')).split(' '),
      );
      expect(status).toBe(2);
      expect(stderr).toMatch(
        /^error \[file-unreadable\] Could not write the standard output: ENOSPC.*\n  → Free some space, .*\n$/,
      );
    },
  );

  it('may be a file of which nobody is to take half for the whole', async () => {
    const { status, stderr } = await runCli(['assess', at('snapshot.json'), '-o', '/dev/full']);
    expect(status).toBe(2);
    expect(stderr).toContain('  → ');
    expect(await readdir('/dev')).toContain('full');
  });

  it('may be below a folder that takes none', async () => {
    const { status, stderr } = await runCli([
      ...['scan', at('snapshot.json'), '--format', 'csv', '--out', '/proc/plimsoll'],
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/Could not write \/proc\/plimsoll.*\n  → Name another place/);
  });
});

describe('a scan that a person ends', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s is not taken for a whole one', async (signal) => {
    const version = { Version: '29.0.0', ApiVersion: '1.52', Os: 'linux', Arch: 'amd64' };
    // It says who it is, and then nothing.
    const engine = createServer(({ url = '' }, answer) => {
      if (url.endsWith('/_ping')) answer.end('OK');
      else if (url.endsWith('/version')) answer.end(JSON.stringify(version));
    });
    await new Promise<void>((resolve) => engine.listen(at('engine.sock'), resolve));
    try {
      const child = spawn(
        process.execPath,
        [cliPath, 'scan', `unix://${at('engine.sock')}`, '--fail-on', 'none'],
        { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NO_COLOR: '1' } },
      );
      let stderr = '';
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
      engine.once('request', () => setTimeout(() => child.kill(signal), 2000));
      const status = await new Promise((resolve) => child.on('close', resolve));
      expect([status, stderr]).toEqual([2, expect.stringContaining('error [scan-aborted]')]);
      expect(stderr).toContain('  → ');
    } finally {
      engine.closeAllConnections();
      engine.close();
    }
  });
});
