import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWarmCli } from '../support/warm-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-outputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const run = (...args: readonly string[]) => runWarmCli(args, { cwd: folder });

beforeAll(async () => {
  writeFileSync(at('snap.json'), readFileSync('examples/recorded/snapshot.json'));
  writeFileSync(at('README.md'), '# Ours\n');
  mkdirSync(at('project'));
  writeFileSync(
    at('project/compose.yaml'),
    'services:\n  a: {image: "a:1", privileged: true}\n  b: {image: "b:1", profiles: [debug]}\n',
  );
  writeFileSync(at('project/Dockerfile'), 'FROM alpine:3.20\n');
  for (const words of [
    ['assess', 'snap.json', '-o', 'ass.json', '--fail-on', 'none'],
    ['bundle', 'ass.json', '--snapshot', 'snap.json', '-o', 'b.plimsoll', '--format', 'csv'],
    ['scan', 'snap.json', '--ledger', 'led.db', '--fail-on', 'none', '--quiet'],
  ]) {
    const { status, stderr } = await run(...words);
    if (status !== 0) throw new Error(stderr);
  }
});

describe('evidence and what a run reads', () => {
  it.each([
    ['b.plimsoll', ['bundle', 'ass.json', '--snapshot', 'snap.json', '-o', 'b.plimsoll']],
    ['b.plimsoll', ['scan', 'snap.json', '--bundle', 'b.plimsoll']],
    ['b.plimsoll', ['scan', 'snap.json', '--write-baseline', 'b.plimsoll']],
    ['b.plimsoll', ['assess', 'b.plimsoll', '-o', 'b.plimsoll']],
    ['b.plimsoll', ['replay', 'b.plimsoll', '-o', 'b.plimsoll']],
    ['b.plimsoll', ['collect', 'host:/nonexistent', '-o', 'b.plimsoll']],
    ['b.plimsoll', ['record', 'snap.json', '-o', 'b.plimsoll']],
    ['b.plimsoll', ['export', 'soc2-tsc', '--as', 'catalog', '-o', 'b.plimsoll']],
    ['led.db', ['ledger', 'show', 'latest', '--ledger', 'led.db', '-o', 'led.db']],
    ['led.db', ['assess', 'snap.json', '-o', './led.db']],
    ['snap.json', ['assess', 'snap.json', '-o', './snap.json']],
    ['snap.json', ['scan', 'snap.json', '--write-baseline', 'snap.json']],
    ['snap.json', ['record', 'snap.json', '-o', 'project/../snap.json']],
    ['ass.json', ['bundle', 'ass.json', '--snapshot', 'snap.json', '-o', 'ass.json']],
    ['snap.json', ['bundle', 'ass.json', '--snapshot', 'snap.json', '-o', 'snap.json']],
    ['README.md', ['docs', '-o', '.', '--framework', 'soc2-tsc']],
  ])('%s is not lost to %j', async (name, words) => {
    const before = readFileSync(at(name));
    const { status, stderr } = await run(...words);
    expect([status, stderr]).toEqual([2, expect.stringContaining('[option-invalid]')]);
    expect(stderr).toContain(name);
    // A ledger that is opened writes its journal into itself.
    if (name === 'led.db') expect((await run('verify', name)).status).toBe(0);
    else expect(readFileSync(at(name)).equals(before)).toBe(true);
  });

  it('are written again where they are pages or reports', async () => {
    for (let time = 0; time < 2; time += 1) {
      const docs = await run('docs', '-o', 'site', '--framework', 'soc2-tsc', '--quiet');
      expect([docs.status, docs.stderr]).toEqual([0, '']);
      const report = await run('report', 'ass.json', '--format', 'csv,xlsx', '-o', 'out');
      expect([report.status, report.stderr]).toEqual([0, '']);
    }
  });

  it('go to one place each', async () => {
    for (const words of [
      ['scan', 'snap.json', '--bundle', 'x', '--write-baseline', 'x'],
      ['scan', 'snap.json', '--bundle', '-'],
      ['scan', 'snap.json', '--bundle', '-', '--quiet', '--json'],
      ['scan', 'snap.json', '--write-baseline', '-', '--bundle', '-', '--quiet'],
      ['replay', 'b.plimsoll', '--json', '-o', '-'],
    ]) {
      const { status, stdout, stderr } = await run(...words);
      expect([words, status, stdout]).toEqual([words, 2, '']);
      expect(stderr).toContain('[option-invalid]');
    }
    const baseline = await run('scan', 'snap.json', '--write-baseline', '-', '--quiet');
    expect(JSON.parse(baseline.stdout)).toMatchObject({ kind: 'plimsoll/baseline' });
    const replayed = await run('replay', 'b.plimsoll', '-o', '-');
    expect(JSON.parse(replayed.stdout)).toMatchObject({ kind: 'plimsoll/assessment' });
  });
});

describe('what was asked for', () => {
  it('is printed as JSON and written as reports, one beside the other', async () => {
    const words = ['scan', 'snap.json', '--json', '--format', 'csv,json', '--fail-on', 'none'];
    const { status, stdout, stderr } = await run(...words, '-o', 'both');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'plimsoll/assessment' });
    expect(readdirSync(at('both')).toSorted()).toEqual(['assessment.csv', 'assessment.json']);
    expect(stderr).toContain(join('both', 'assessment.csv'));
    expect((await run(...words, '--format', 'lines')).stdout).toBe(stdout);
  });

  it('is the result in one line for a quiet scan, of a folder as well, in both languages', async () => {
    for (const target of ['project', 'snap.json']) {
      const english = await run('scan', target, '--quiet', '--framework', 'soc2-tsc');
      expect([target, english.status, english.stderr]).toEqual([target, 1, '']);
      expect(english.stdout).toMatch(
        /^Fail \d+ \((?:Critical \d+)?[^\n]*\) · [^\n]* \| SOC 2 [^\n]*: Exceptions noted \d+\/61\n$/,
      );
      const chinese = await run('scan', target, '--quiet', '--lang', 'zh');
      expect([chinese.status, chinese.stderr]).toEqual([1, '']);
      expect(chinese.stdout).toMatch(/^未通过 \d+（[^\n]*）[^\n]*\n$/);
    }
    const reports = await run('scan', 'snap.json', '--quiet', '--format', 'csv', '-o', 'quiet.csv');
    expect(reports.stdout).toMatch(/^Fail [^\n]*\n$/);
  });

  it('is alone on stdout where it goes there, for a quiet scan as well', async () => {
    const json = await run('scan', 'snap.json', '--quiet', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ kind: 'plimsoll/assessment' });
    const lines = await run('scan', 'project', '--quiet', '--format', 'lines');
    expect(lines.stdout).toContain('workload-not-privileged');
    expect(lines.stdout).not.toMatch(/^Fail /m);
  });

  it.each([
    [['--profile', 'nosuch'], /No service has the profile "nosuch"[^]*There are: debug/],
    [['--profile', 'debug,nosuch'], /No service has the profile "nosuch"/],
    [['--image-files'], /--image-files applies to an engine, and none is scanned/],
    [['--malware', 'clamscan'], /--malware applies to an engine or an archive of images/],
    [['--run-scanner', 'trivy'], /--run-scanner applies to an engine/],
    [['--period', '90d', '--format', 'csv'], /A period is read from a ledger/],
  ])('is refused where it can have no effect: %j', async (options, said) => {
    const { status, stderr } = await run('scan', 'project', ...options);
    expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
  });

  it.each([
    ['scan', 'project', '--profile', 'debug'],
    ['scan', 'project', '--profile', '*'],
    ['scan', 'project', '--compose-env-file', 'env', '--project-name', 'p'],
  ])('is taken where it has one: %s %s %s', async (...words) => {
    writeFileSync(at('env'), 'A=1\n');
    expect((await run(...words)).status).toBe(1);
  });

  it.each(
    [
      ['--image-files'],
      ['--malware', 'clamscan'],
      ['--run-scanner', 'trivy'],
      ['--profile', 'a'],
      ['--compose-env-file', 'a'],
      ['--project-name', 'a'],
    ].flatMap((options) => [
      ['scan', 'snap.json', ...options],
      ['collect', 'project/Dockerfile', ...options, '-o', '-'],
      ['record', 'snap.json', ...options, '-o', '-'],
    ]),
  )('says how targets are read only where one is read: %s %s %s', async (...words) => {
    const { status, stdout, stderr } = await run(...words);
    const option = words.find((word) => word.startsWith('--'));
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(option ?? '')]);
  });

  it.each([
    [['diff', 'ass.json', 'ass.json', '--ledger', 'led.db'], /--ledger has no effect/],
    [['history', '--ledger', 'led.db', '--from', '2026-02-01', '--to', '2026-01-01'], /later than/],
    [['trend', '--ledger', 'led.db', '--from', '2026-02-01', '--to', '2026-01-01'], /later than/],
    [['period', '--ledger', 'led.db', '--from', '2026-02-01', '--to', '2026-01-01'], /later than/],
    [
      ['report', 'ass.json', '--format', 'csv', '--period', '2026-02-01..2026-01-01'],
      /earlier one first/,
    ],
    [['attest', 'soc2-tsc', '--seal'], /Leave out --seal or soc2-tsc/],
    [
      ['new', 'framework', 'acme', '--severity', 'high'],
      /--severity does not apply to a framework/,
    ],
    [['new', 'control', 'workload-a', '--as', 'yaml'], /--as does not apply to a control/],
    [
      ['new', 'framework', 'acme', '--failing-title', 'No owner'],
      /--failing-title does not apply to a framework/,
    ],
    [['report', 'ass.json', '-o', 'out'], /--out has no effect without --format/],
    [['report', 'ass.json', '--quiet'], /--quiet has no effect without --format/],
    [
      ['scan', 'snap.json', '--fonts', 'x', '--format', 'csv'],
      /--fonts has no effect without --format pdf/,
    ],
    [
      ['scan', 'snap.json', '--strict', '--fail-on', 'none'],
      /--strict and --fail-on none contradict/,
    ],
    [['scan', 'snap.json', '--out', 'a', '--out', 'b', '--format', 'csv'], /--out takes one value/],
  ])('is told where it would be dropped in silence: %j', async (words, said) => {
    const { status, stderr } = await run(...words);
    expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
  });
});

describe('the place that is named for reports', () => {
  const report = (...words: readonly string[]) => run('report', 'ass.json', ...words);

  it('is a file where one is written and its ending is the report’s', async () => {
    const { stdout } = await report('--format', 'csv', '-o', 'one/findings.csv');
    expect(stdout).toBe('one/findings.csv\n');
    expect(readFileSync(at('one/findings.csv'), 'utf8')).toContain('Status,Severity,Control');
    const scanned = await run(
      ...['scan', 'snap.json', '--format', 'html', '-o', 'scan.html', '--fail-on', 'none'],
    );
    expect(scanned.stdout.trimEnd().split('\n').at(-1)).toBe('scan.html');
    expect(readFileSync(at('scan.html'), 'utf8')).toContain('<!doctype html>');
  });

  it('is a folder where it has no ending, another one, or is there as one', async () => {
    mkdirSync(at('old.csv'));
    for (const place of ['two', 'two.html', 'old.csv']) {
      expect((await report('--format', 'csv', '-o', place)).stdout).toBe(
        `${place}/assessment.csv\n`,
      );
    }
  });

  it('is stdout, where nothing else stands then', async () => {
    const { stdout } = await report('--format', 'csv', '-o', '-');
    const scanned = await run(
      ...['scan', 'snap.json', '--format', 'csv', '-o', '-', '--fail-on', 'none'],
    );
    expect(scanned.stdout).toBe(stdout);
    expect(stdout).toBe(readFileSync(at('one/findings.csv'), 'utf8'));
  });

  it.each([
    ['three.html', ['--format', 'html,csv']],
    ['three.html', ['--format', 'html', '--lang', 'en,zh']],
    ['-', ['--format', 'csv,junit']],
  ])('takes no second one: %s %j', async (place, words) => {
    for (const command of [
      ['report', 'ass.json'],
      ['scan', 'snap.json', '--fail-on', 'none'],
    ]) {
      const { status, stderr } = await run(...command, ...words, '-o', place);
      expect([status, stderr]).toEqual([2, expect.stringContaining('[option-invalid]')]);
      expect(stderr).toContain('takes one report, and 2 are asked for');
    }
    expect(readdirSync(folder)).not.toContain(place);
  });

  it('is found to take nothing before anything is read', async () => {
    const { status, stderr } = await run(
      ...['scan', 'nothing.json', '--format', 'csv', '-o', '/proc/none/findings.csv'],
    );
    expect(status).toBe(2);
    expect(stderr).toContain('Could not write /proc/none/findings.csv');
  });
});
