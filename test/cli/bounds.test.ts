import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAssessment, parseSnapshot, builtinKinds } from '../../src/index.ts';
import { runCli } from '../support/cli.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bounds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
const run = (...words: readonly string[]) => runWarmCli(words, { cwd: folder });

writeFileSync(at('snap.json'), readFileSync('examples/recorded/snapshot.json'));

describe('--timeout', () => {
  it('ends judging a saved snapshot: what was not judged by then is unknown', async () => {
    const { status, stdout, stderr } = await run(
      'assess',
      'snap.json',
      '-o',
      '-',
      '--timeout',
      '0.000001',
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('[scan-aborted]')]);
    const { tally } = parseAssessment(JSON.parse(stdout)).summary;
    expect(tally.unknown).toBeGreaterThan(0);
    expect([tally.pass, tally.fail]).toEqual([0, 0]);
  });

  it('ends reports, and says how many were made', async () => {
    await run('assess', 'snap.json', '-o', 'ass.json', '--fail-on', 'none');
    const words = ['report', 'ass.json', '--format', 'csv,sarif,html', '-o', 'out'];
    const { status, stdout, stderr } = await run(...words, '--timeout', '0.000001');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\[scan-aborted\] Time limit reached: 0 of 3 reports were made\./);
  });

  it(
    'ends a build file of very many commands, and no failure becomes a pass',
    { timeout: 120_000 },
    async () => {
      const lines = Array.from({ length: 20_000 }, (_, nth) => `RUN chmod 777 /f${nth}`);
      writeFileSync(at('Dockerfile'), ['FROM alpine:3.20', ...lines].join('\n'));
      const { status, stdout } = await runCli(
        ['scan', 'Dockerfile', '--json', '--timeout', '0.5'],
        {
          cwd: folder,
        },
      );
      expect(status).toBe(2);
      expect(parseAssessment(JSON.parse(stdout)).summary.tally.pass).toBe(0);
    },
  );
});

describe('what is larger than anything that is read here', () => {
  it('is refused unread', async () => {
    for (const name of ['large.json', 'large.plimsoll']) {
      writeFileSync(at(name), '{');
      truncateSync(at(name), (1 << 30) + 1);
    }
    for (const words of [
      ['assess', 'large.json', '-o', '-'],
      ['verify', 'large.plimsoll'],
      ['replay', 'large.plimsoll'],
    ]) {
      const { status, stderr } = await run(...words);
      expect([words, status, stderr]).toEqual([
        words,
        2,
        expect.stringContaining(`is longer than ${1 << 30} bytes`),
      ]);
    }
  });
});

it('what a folder scan left out stands in the snapshot and the assessment, with the reason', async () => {
  mkdirSync(at('folder'));
  writeFileSync(at('folder/Dockerfile'), 'FROM alpine:3.20\n');
  writeFileSync(at('folder/compose.yaml'), 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n');
  await run('collect', 'folder', '-o', 'collected.json');
  const snapshot = parseSnapshot(
    JSON.parse(readFileSync(at('collected.json'), 'utf8')),
    builtinKinds,
  );
  const { stdout } = await run('scan', 'folder', '--json');
  for (const { leftOut = [] } of [snapshot, parseAssessment(JSON.parse(stdout))]) {
    expect(leftOut.map(({ path }) => path)).toEqual([
      expect.stringMatching(/folder\/compose\.yaml$/),
    ]);
    expect(leftOut.map(({ what }) => what)).not.toContain('');
  }
});
