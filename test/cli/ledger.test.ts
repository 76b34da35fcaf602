import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendAssessment } from '../../src/evidence/ledger/append.ts';
import { openLedger } from '../../src/evidence/ledger/open-ledger.ts';
import type { Tables } from '../../src/evidence/ledger/tables.ts';
import { pruneLedger } from '../../src/evidence/ledger/prune.ts';
import { sampleAssessment, sampleWorkloads } from '../fixtures/assessment.ts';
import { withoutGuards } from '../support/without-guards.ts';
import { runWarmCli } from '../support/warm-cli.ts';
import { describeWithPostgres } from '../support/needs.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const day = (of: number): Date => new Date(Date.UTC(2026, 9, of));
const hostile = '\u001b[2J\u202eevil\nforged line';

/** Fills a ledger with a scan a day: at every second one a container is privileged. */
async function fill(location: string, scans: number): Promise<void> {
  const ledger = await openLedger(location, { create: true, now: day(1) });
  const samples = [false, true].map((privileged) =>
    sampleAssessment([{ name: 'web-1', privileged }, ...sampleWorkloads.slice(1)], {
      system: { name: hostile, scope: 'x', targets: ['unix:///run/test.sock'] },
    }),
  );
  for (let of = 1; of <= scans; of += 1) {
    const sample = samples[of % 2] ?? sampleAssessment();
    await appendAssessment(ledger, { ...sample, collectedAt: day(of).toISOString() }, day(of));
  }
  await ledger.close();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-cli-ledger-'));
  await fill(at('plimsoll.db'), 25);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...words: readonly string[]) => runWarmCli([...words, '--ledger', at('plimsoll.db')]);

describe('the ledger on the command line', () => {
  it('history shows the newest twenty and says how many more there are', async () => {
    const { stdout, status } = await run('history');
    const lines = stdout.trimEnd().split('\n');
    expect([status, lines.length]).toEqual([0, 22]);
    expect(lines[1]).toMatch(/^6 /);
    expect(lines.at(-1)).toBe('Earlier entries: 5; --limit 0 shows all.');
    const all = await run('history', '--limit', '0', '--json');
    expect(JSON.parse(all.stdout)).toHaveLength(25);
    const few = await run('history', '--from', '2026-10-24', '--lang', 'zh');
    expect(few.stdout).not.toContain('--limit');
  });

  it('writes no control character and no line of a name', async () => {
    for (const words of [
      ['history'],
      ['trend'],
      ['period', '--from', '2026-10-01', '--to', '2026-10-31'],
    ]) {
      const { stdout } = await run(...words);
      expect(stdout).toContain('evil');
      // oxlint-disable-next-line no-control-regex -- these are what must not be there
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
      expect(stdout).not.toMatch(/^forged/m);
    }
  });

  it('trend and period tell how it went', async () => {
    const trend = await run('trend', '--json');
    expect(JSON.parse(trend.stdout)).toMatchObject([
      { points: { length: 25, 0: { change: null }, 1: { change: -1 }, 2: { change: 1 } } },
    ]);
    const period = await run('period', '--from', '2026-10-01', '--to', '2026-12-29', '--json');
    expect(JSON.parse(period.stdout)).toMatchObject({ series: [{ scans: 25 }] });
    const wrong = await run('period', '--from', '2026-10-02', '--to', '2026-10-01');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  });

  it('report tells how it went before, as long as was asked for', async () => {
    await run('ledger', 'show', 'latest', '-o', at('latest.json'));
    const out = ['--format', 'html', '--out', at('reports')];
    const made = await run('report', at('latest.json'), ...out, '--period', '10d');
    expect([made.status, made.stderr]).toEqual([0, '']);
    const page = await readFile(at('reports/report-sample-standard-1.0-en.html'), 'utf8');
    // From the 15th to the 25th, both with their scans.
    expect(page).toContain('25 October 2026, 00:00 UTC: 11.');
    expect(page).toContain('<polygon');
    expect(page).toContain('⟨U+202E⟩evil');
    const wrong = await run('report', at('latest.json'), ...out, '--period', 'ten');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('90d')]);
    const none = await runWarmCli(['report', at('latest.json'), ...out, '--period', '10d']);
    expect([none.status, none.stderr]).toEqual([
      2,
      expect.stringContaining('--ledger plimsoll.db'),
    ]);
  });

  it('diff takes entries by number, as latest and with their ledger, and gates what is new', async () => {
    const worse = await run('diff', '24', 'latest');
    expect(worse.stdout).toContain('/privileged: false → true  [');
    expect([worse.status, worse.stderr]).toEqual([1, '']);
    expect((await run('diff', '24', 'latest', '--fail-on', 'none')).status).toBe(0);
    expect((await run('diff', '25', '24')).status).toBe(0);
    const named = await runWarmCli(['diff', `${at('plimsoll.db')}#24`, `${at('plimsoll.db')}#25`]);
    expect(named.stdout.split('\n').slice(1)).toEqual(worse.stdout.split('\n').slice(1));
    expect((await run('diff', '23', '25')).stdout).toContain('Nothing changed.');
    expect(await run('diff', '24', '99')).toMatchObject({ status: 2, stdout: '' });
  });

  it.each<[string, (db: Kysely<Tables>) => Promise<unknown>, string]>([
    [
      'triggers that are missing',
      (db) => sql`drop trigger plimsoll_entry_no_update`.execute(db),
      'the trigger plimsoll_entry_no_update is missing',
    ],
    [
      'a row that was changed',
      (db) => db.updateTable('plimsoll_entry').set({ fail: 0 }).where('seq', '=', 3).execute(),
      'entry 3: its row was changed',
    ],
    [
      'a row that was removed',
      (db) => db.deleteFrom('plimsoll_entry').where('seq', '=', 3).execute(),
      'entry 3: entry 3 is missing',
    ],
  ])('no figures are read where there are %s', async (name, work, said) => {
    const path = at(`${name.replaceAll(' ', '-')}.db`);
    await fill(path, 5);
    const ledger = await openLedger(path, { now: new Date() });
    if (name.startsWith('triggers')) await ledger.write(work);
    else await withoutGuards(ledger, work);
    await ledger.close();
    await run('ledger', 'show', 'latest', '-o', at('latest.json'));
    const period = ['--from', '2026-10-01', '--to', '2026-10-31'];
    for (const words of [
      ['history', '--limit', '1'],
      ['trend'],
      ['period', ...period],
      ['report', at('latest.json'), '--format', 'json', '--out', at('broken')],
    ]) {
      const read = await runWarmCli([...words, '--ledger', path]);
      expect([read.status, read.stdout]).toEqual([2, '']);
      expect(read.stderr).toContain(said);
      expect(read.stderr).toContain(`plimsoll ledger verify --ledger ${path}`);
    }
    for (const words of [['history'], ['trend'], ['period', ...period]]) {
      const read = await runWarmCli([...words, '--ledger', path, '--json']);
      expect(read.status).toBe(2);
      expect(read.stdout).toContain(said.replace(/^entry 3: /, ''));
      expect(JSON.parse(read.stdout)).toHaveProperty('problems');
    }
  });

  it('show, verify and prune', async () => {
    const shown = await run('ledger', 'show', '3');
    await writeFile(at('three.json'), shown.stdout);
    expect((await run('diff', at('three.json'), '3')).stdout).toContain('Nothing changed.');
    const verified = await run('ledger', 'verify', '--json');
    expect(JSON.parse(verified.stdout)).toMatchObject({ entries: 25, problems: [] });
    const head = await run('ledger', 'verify', '--head', `25:${'0'.repeat(64)}`);
    expect(head.status).toBe(1);
    expect(head.stdout).toContain('entry 25: its hash differs from the one that was noted');
    await fill(at('pruned.db'), 3);
    const old = ['--ledger', at('pruned.db')];
    const years = await runWarmCli(['ledger', 'prune', '--keep-days', '36500', ...old]);
    expect(years.stdout).toBe('No entry is that old; nothing was removed.\n');
    const whole = await runWarmCli(['ledger', 'verify', ...old]);
    expect(whole.status).toBe(0);
    expect(whole.stdout).toContain(
      'problems: 0; entries removed from the end cannot be detected without --head\n',
    );
    const [, position = ''] = /^Last position: (.*)$/m.exec(whole.stdout) ?? [];
    const headed = await runWarmCli(['ledger', 'verify', ...old, '--head', position]);
    expect([headed.status, headed.stdout]).toEqual([0, expect.stringContaining('problems: 0\n')]);
    for (const days of ['0.0000001', '0', '1.5', '-1', '1e0', '', 'Infinity']) {
      const refused = await runWarmCli(['ledger', 'prune', `--keep-days=${days}`, ...old]);
      expect([refused.status, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('whole number of days, at least 1');
    }
    const ledger = await openLedger(at('pruned.db'), { now: new Date() });
    await pruneLedger(ledger, 1, new Date(Date.now() + 100 * 86_400_000), 'ann@quay');
    await ledger.close();
    const pruned = await runWarmCli(['ledger', 'verify', ...old]);
    expect(pruned.stdout).toMatch(
      /^Entry 4 is a prune: on .*Z ann@quay removed entries 1 to 2 \(count: 2, --keep-days 1\)\. The chain continues from hash [0-9a-f]{64}$/m,
    );
  });
});

describeWithPostgres('the ledger on the command line, in PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
    await fill(server.url, 22);
  }, 60_000);
  afterAll(() => server?.stop());

  it('answers as one in a file does', async () => {
    const words = ['--ledger', server.url];
    const history = await runWarmCli(['history', ...words]);
    expect(history.stdout).toContain('Earlier entries: 2; --limit 0 shows all.');
    const verified = await runWarmCli(['ledger', 'verify', ...words]);
    expect(verified).toMatchObject({ status: 0, stderr: '' });
    const diff = await runWarmCli(['diff', '20', '21', ...words]);
    expect(diff.stdout).toContain('/privileged: false → true');
    expect(diff.status).toBe(1);
  }, 60_000);
});
