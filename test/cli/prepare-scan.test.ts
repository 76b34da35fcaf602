import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../support/listen.ts';
import { temporaryRoot } from '../support/temporary-root.ts';
import { runWarmCli } from '../support/warm-cli.ts';

/** An engine that never answers: what reads it waits. */
async function silentEngine(): Promise<string> {
  const server = createServer(() => {});
  onTestFinished(() => server.closeAllConnections());
  return `tcp://127.0.0.1:${await listen(server)}`;
}

const mistakes: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [['--framework', 'pci-dss-9'], /^error \[framework-unknown\]/],
  [['--format', 'html,nope'], /^error \[format-unknown\]/],
  [['--format', 'html', '--document', 'nope'], /^error \[report-unknown\]/],
  [['--lang', 'xx'], /^error \[locale-unknown\]/],
  [['--baseline', 'nowhere.json'], /^error \[file-not-found\] .*nowhere\.json/],
  [['--format', 'html', '--out', '/dev/null'], /^error \[file-unreadable\] .*\/dev\/null/],
  [['--write-baseline', '/dev/null/b.json'], /^error \[file-unreadable\] .*\/dev\/null\/b\.json/],
  [['--bundle', '/dev/null/b'], /^error \[file-unreadable\] .*\/dev\/null\/b/],
  [['--bundle', 'b', '--sign', 'nowhere.pem'], /^error \[file-not-found\] .*nowhere\.pem/],
  [['--bundle', 'b', '--timestamp-url', 'ftp://x'], /^error \[option-invalid\]/],
  [['--ledger', 'nowhere/l.db'], /^error \[ledger-denied\]/],
];

describe('what a scan could not do in the end', () => {
  // Had the engine been waited for, its own error would stand first.
  it.each(mistakes)(
    'is told before anything is read: %j',
    { timeout: 60_000 },
    async (args, says) => {
      const cwd = temporaryRoot();
      const { status, stdout, stderr } = await runWarmCli(['scan', await silentEngine(), ...args], {
        cwd,
      });
      expect(stderr).toMatch(says);
      expect(stderr.match(/^error/gm)).toHaveLength(1);
      expect([status, stdout]).toEqual([2, '']);
    },
  );

  it('is told also where the mistake is in a file beside the configuration', async () => {
    const waiver = 'control: nope\nscope: {}\n';
    const cwd = temporaryRoot({
      'plimsoll.config.ts': 'export default {};\n',
      'waivers/a.yaml': waiver,
    });
    const { status, stderr } = await runWarmCli(['scan', await silentEngine()], { cwd });
    expect(stderr).toMatch(/^error \[waiver-invalid\] waivers\/a\.yaml/m);
    expect(status).toBe(2);
  });

  it('keeps nothing from what is written where nothing was', async () => {
    const cwd = temporaryRoot({ Dockerfile: 'FROM scratch\n' });
    const args = ['--format', 'csv', '--out', 'a/b', '--bundle', 'c/d', '--ledger', 'l.db'];
    const { status, stderr, stdout } = await runWarmCli(
      ['scan', 'Dockerfile', ...args, '--write-baseline', 'e/f.json'],
      { cwd },
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining('Entry 1 of')]);
    expect(stdout).toContain('a/b/assessment.csv');
  });

  it.each(['collect', 'record'])('%s names a file that it may not write', async (command) => {
    const args = [command, await silentEngine(), '-o', '/dev/null/x.json'];
    const { status, stderr } = await runWarmCli(args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^error \[file-unreadable\]/)]);
  });
});
