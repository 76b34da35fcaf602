import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runWarmCli } from '../support/warm-cli.ts';
import { caseOf, fileOf, installTypes } from '../support/lint-project.ts';
import { listen } from '../support/listen.ts';
import { describeWithPrograms } from '../support/needs.ts';
import { temporaryRoot } from '../support/temporary-root.ts';
import { runAtTerminal } from '../support/terminal.ts';
import { projects } from '../support/write-project.ts';

const write = projects();

/** An engine that says at once who it is, and takes its time for the rest, of which it knows nothing. */
async function slowEngine(): Promise<string> {
  const version = { Version: '29.0.0', ApiVersion: '1.52', Os: 'linux', Arch: 'amd64' };
  const server = createServer(({ url = '' }, answer) => {
    if (url.endsWith('/version')) answer.end(JSON.stringify(version));
    else setTimeout(() => answer.writeHead(404).end('{"message":"nothing here"}'), 700);
  });
  return `tcp://127.0.0.1:${await listen(server)}`;
}

describeWithPrograms('what takes long says how far it is', ['python3'], () => {
  it('a scan, at a terminal alone', { timeout: 60_000 }, async () => {
    const args = ['scan', await slowEngine(), '--fail-on', 'none'];
    const cwd = temporaryRoot();
    const { screen } = await runAtTerminal(args, [], { cwd });
    expect(screen).toMatch(/\rReading tcp:\/\/127\.0\.0\.1:\d+: engine/);
    expect((await runAtTerminal([...args, '--quiet'], [], { cwd })).screen).not.toContain(
      'Reading',
    );
    expect((await runWarmCli(args, { cwd })).stderr).not.toContain('Reading');
  });

  it('linting, rule by rule', { timeout: 120_000 }, async () => {
    const cwd = write({ 'own.ts': fileOf(caseOf('check: (w) => !w.privileged,\n')) });
    installTypes(cwd);
    const { status, screen } = await runAtTerminal(['lint', 'own.ts'], [], { cwd });
    expect(screen).toMatch(/\rChecking [a-z-]+ \d+\/\d+/);
    expect(screen).toContain('1 control: 0 errors, 0 warnings');
    expect(status).toBe(0);
  });

  it('reports, and leaves each path a line of its own', { timeout: 60_000 }, async () => {
    const cwd = temporaryRoot();
    const snapshot = fileURLToPath(
      new URL('../../examples/recorded/snapshot.json', import.meta.url),
    );
    const args = ['scan', snapshot, '--format', 'html,pdf', '--out', 'out', '--fail-on', 'none'];
    const { screen } = await runAtTerminal(args, [], { cwd });
    expect(screen).toMatch(/\rMaking reports: 1\/2 after \d+\.\d s/);
    const lines = screen.split(/\r\n?|\n/);
    expect(lines.filter((line) => line.includes('out/'))).toEqual([
      'out/report-en.html',
      'out/report-en.pdf',
    ]);
  });
});
