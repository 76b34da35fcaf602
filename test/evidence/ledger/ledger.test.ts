import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { appendAssessment, chainEntry, draftEntry } from '../../../src/evidence/ledger/append.ts';
import { chainProblems } from '../../../src/evidence/ledger/chain-problems.ts';
import { readEntries } from '../../../src/evidence/ledger/entries.ts';
import { isLedger } from '../../../src/evidence/ledger/location.ts';
import { openLedger, type Ledger } from '../../../src/evidence/ledger/open-ledger.ts';
import { pruneLedger } from '../../../src/evidence/ledger/prune.ts';
import { readAssessment } from '../../../src/evidence/ledger/read-content.ts';
import { readPeriod } from '../../../src/evidence/ledger/read-period.ts';
import { readTrend } from '../../../src/evidence/ledger/trend.ts';
import { noCounts } from '../../../src/evidence/ledger/tables.ts';
import { verifyLedger } from '../../../src/evidence/ledger/verify-ledger.ts';
import { withoutGuards } from '../../support/without-guards.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = sampleAssessment();
const day = (at: number): Date => new Date(Date.UTC(2026, 9, at));
let made = 0;

/** A ledger with one scan a day, from the first of October on. */
async function ledgerOf(scans: number): Promise<Ledger> {
  made += 1;
  const ledger = await openLedger(path.join(folder, `${made}.db`), { create: true, now: day(1) });
  for (let at = 1; at <= scans; at += 1) {
    const collectedAt = day(at).toISOString();
    await appendAssessment(ledger, { ...sample, collectedAt }, day(at));
  }
  return ledger;
}

const problemsOf = async (ledger: Ledger) => (await verifyLedger(ledger)).problems;

/** Takes entries from the beginning as whoever may write to the tables can: no trigger guards what lets them go. */
const takeAway = (ledger: Ledger, through: number) =>
  ledger.write(async (db) => {
    await sql`insert into plimsoll_pruning values (${through})`.execute(db);
    await sql`delete from plimsoll_body where seq <= ${through}`.execute(db);
    await sql`delete from plimsoll_entry where seq <= ${through}`.execute(db);
    await sql`delete from plimsoll_pruning`.execute(db);
  });

describe('the ledger', () => {
  it('gives back what was put in, and knows its own files', async () => {
    const ledger = await ledgerOf(3);
    const { seq, assessment } = await readAssessment(ledger, 'latest');
    expect(seq).toBe(3);
    expect(assessment.findings).toEqual(sample.findings);
    expect(await problemsOf(ledger)).toEqual([]);
    expect(await isLedger(ledger.place)).toBe(true);
    expect(await isLedger('package.json')).toBe(false);
    await ledger.close();
  });

  it('refuses to change or remove what was written', async () => {
    const ledger = await ledgerOf(1);
    for (const statement of [
      sql`update plimsoll_entry set fail = 0`,
      sql`update plimsoll_body set content = x'00'`,
      sql`update plimsoll_standing set standing = '{}'`,
      sql`delete from plimsoll_entry`,
      sql`delete from plimsoll_body`,
      sql`delete from plimsoll_head`,
    ]) {
      await expect(ledger.write((db) => statement.execute(db))).rejects.toMatchObject({
        code: 'ledger-append-only',
      });
    }
    await ledger.close();
  });

  it.each([
    ['an edited count', sql`update plimsoll_entry set fail = 0 where seq = 2`, 2],
    ['a removed entry', sql`delete from plimsoll_entry where seq = 2`, 2],
    ['removed content', sql`delete from plimsoll_body where seq = 2`, 2],
    ['a cut off end', sql`delete from plimsoll_entry where seq = 4`, 4],
    ['a removed beginning', sql`delete from plimsoll_entry where seq = 1`, 1],
    ['an edited standing', sql`update plimsoll_standing set standing = '{}'`, 1],
  ])('names the entry of %s', async (_, statement, seq) => {
    const ledger = await ledgerOf(4);
    await withoutGuards(ledger, (db) => statement.execute(db));
    expect((await problemsOf(ledger))[0]).toMatchObject({ seq });
    await ledger.close();
  });

  it('names the column that is not what the content says', async () => {
    const ledger = await ledgerOf(2);
    await withoutGuards(ledger, (db) =>
      sql`update plimsoll_entry set fail = 0 where seq = 2`.execute(db),
    );
    expect(await problemsOf(ledger)).toMatchObject([
      { seq: 2, problem: { en: 'its row was changed, in fail' } },
    ]);
    await ledger.close();
  });

  // The rest only the row itself says, or something else is found wrong before its row is looked at.
  it.each([
    ...['collected_at', 'series', 'label', 'standing_hash', 'findings', 'pass', 'fail', 'waived'],
    ...['unknown', 'error', 'not_applicable', 'manual', 'critical', 'high', 'medium', 'low'],
  ])('names the column that was changed: %s', async (column) => {
    const ledger = await ledgerOf(2);
    const name = sql.ref(column);
    await withoutGuards(ledger, (db) =>
      sql`update plimsoll_entry set ${name} = case typeof(${name})
        when 'integer' then ${name} + 7 else substr(${name}, 2) || 'x' end where seq = 2`.execute(
        db,
      ),
    );
    const problems = await problemsOf(ledger);
    expect(problems.map(({ seq }) => seq)).toContain(2);
    expect(problems.map(({ problem }) => problem.en)).toContain(
      `its row was changed, in ${column}`,
    );
    await ledger.close();
  });

  it('lives through a text that is not UTF-8, and names its entry and column', async () => {
    const ledger = await ledgerOf(3);
    await withoutGuards(ledger, (db) =>
      sql`update plimsoll_entry set label = cast(x'41ff' as text) where seq = 2`.execute(db),
    );
    await withoutGuards(ledger, (db) =>
      sql`update plimsoll_head set hash = cast(x'ff' as text)`.execute(db),
    );
    const problems = await problemsOf(ledger);
    expect(problems.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(problems[0]?.problem.en).toBe(
      'its row cannot be read: the text of its column label is not UTF-8',
    );
    await expect(readEntries(ledger)).rejects.toMatchObject({ code: 'ledger-invalid' });
    await ledger.close();
  });

  it('does not report on a period from a standing that was changed', async () => {
    const ledger = await ledgerOf(1);
    await withoutGuards(ledger, (db) =>
      sql`update plimsoll_standing set standing = '{'`.execute(db),
    );
    const period = { from: day(1).toISOString(), to: day(2).toISOString() };
    await expect(readPeriod(ledger, period)).rejects.toMatchObject({ code: 'ledger-invalid' });
    await ledger.close();
  });

  it('finds two entries that changed places', async () => {
    const ledger = await ledgerOf(4);
    await withoutGuards(ledger, async (db) => {
      for (const table of ['plimsoll_entry', 'plimsoll_body']) {
        const name = sql.ref(table);
        await sql`update ${name} set seq = 99 where seq = 2`.execute(db);
        await sql`update ${name} set seq = 2 where seq = 3`.execute(db);
        await sql`update ${name} set seq = 3 where seq = 99`.execute(db);
      }
    });
    expect((await problemsOf(ledger)).map(({ seq }) => seq)).toEqual([2, 3, 4]);
    await ledger.close();
  });

  it('finds a position that was noted elsewhere, and its absence', async () => {
    const ledger = await ledgerOf(2);
    const { last } = await verifyLedger(ledger);
    if (last === null) throw new Error('an entry was expected');
    expect((await verifyLedger(ledger, last)).problems).toEqual([]);
    const { problems } = await verifyLedger(ledger, { seq: 3, hash: last.hash });
    expect(problems).toMatchObject([
      { seq: 3, problem: { en: 'it was noted, but does not exist' } },
    ]);
    await ledger.close();
  });

  it('prunes by age and says so in the chain', async () => {
    const ledger = await ledgerOf(5);
    const pruned = await pruneLedger(ledger, 3, day(6));
    expect(pruned?.record.removed).toMatchObject({ from: 1, through: 2 });
    expect(await verifyLedger(ledger)).toMatchObject({ prunedThrough: 2, problems: [] });
    expect((await readEntries(ledger)).map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
      '3 assessment',
      '4 assessment',
      '5 assessment',
      '6 prune',
    ]);
    expect(await pruneLedger(ledger, 3, day(6))).toBeNull();
    await ledger.close();
  });

  it('tells of each prune when, by whom, how many went, and where the chain goes on', async () => {
    const ledger = await ledgerOf(5);
    const [, second] = await readEntries(ledger);
    await pruneLedger(ledger, 3, day(6), 'ann@quay');
    await pruneLedger(ledger, 2, day(7));
    const { prunes } = await verifyLedger(ledger);
    expect(prunes).toEqual([
      {
        seq: 6,
        at: day(6).toISOString(),
        by: 'ann@quay',
        keepDays: 3,
        before: day(3).toISOString(),
        from: 1,
        through: 2,
        entries: 2,
        lastHash: second?.hash,
      },
      expect.objectContaining({ seq: 7, keepDays: 2, from: 3, through: 4, entries: 2 }),
    ]);
    expect(prunes[1]).not.toHaveProperty('by');
    await ledger.close();
  });

  /** What is said, and how many entries are said to be pruned, of a ledger to whose prunes this was done. */
  const afterPrune = async (tamper: (ledger: Ledger) => Promise<unknown>) => {
    const ledger = await ledgerOf(5);
    await tamper(ledger);
    const { problems, prunedThrough } = await verifyLedger(ledger);
    const said = problems.map(({ seq, problem }) => `${seq} ${problem.en}`);
    const ofRows = (await chainProblems(ledger)).map(({ seq, problem }) => `${seq} ${problem.en}`);
    await ledger.close();
    return { said, ofRows: ofRows.toSorted(), prunedThrough };
  };

  /** A prune that never was, chained as the program chains one. */
  const announce = async (ledger: Ledger, record: object) => {
    const at = day(6).toISOString();
    const about = {
      kind: 'prune',
      appended_at: at,
      collected_at: at,
      series: '',
      label: '',
    } as const;
    const draft = await draftEntry({ ...about, ...noCounts }, record, {});
    await ledger.write((db) => chainEntry(db, draft));
  };
  const lastHash = 'f'.repeat(64);
  const record = { kind: 'plimsoll/prune', keepDays: 3, before: day(3).toISOString() };

  const unread = 'it is a prune, but its content is not one that a prune writes';
  it.each<[string, (ledger: Ledger) => Promise<unknown>, readonly string[]]>([
    [
      'rows that went without a prune',
      (ledger) => takeAway(ledger, 2),
      ['1 entries 1 to 2 are missing, and no prune in the chain records it'],
    ],
    [
      'a prune of entries that are still there',
      (ledger) => announce(ledger, { ...record, removed: { from: 1, through: 2, lastHash } }),
      ['6 it is a prune that removed entries 1 to 2, but they exist'],
    ],
    ['a prune without a record', (ledger) => announce(ledger, { kind: 'other' }), [`6 ${unread}`]],
    [
      'a prune of entries to come',
      (ledger) => announce(ledger, { ...record, removed: { from: 1, through: 9, lastHash } }),
      [`6 ${unread}`],
    ],
    [
      'a prune whose days are not those of its instant',
      (ledger) =>
        announce(ledger, { ...record, keepDays: 1000, removed: { from: 1, through: 2, lastHash } }),
      [`6 ${unread}`],
    ],
  ])('tells %s for what it is', async (_, tamper, expected) => {
    expect(await afterPrune(tamper)).toEqual({
      said: expected,
      ofRows: expected,
      prunedThrough: 0,
    });
  });

  it('is not pruned where rows went unseen, so that no prune covers them', async () => {
    for (const tamper of [
      (ledger: Ledger) => takeAway(ledger, 2),
      (ledger: Ledger) =>
        withoutGuards(ledger, (db) => sql`delete from plimsoll_entry where seq = 2`.execute(db)),
    ]) {
      const ledger = await ledgerOf(5);
      await tamper(ledger);
      await expect(pruneLedger(ledger, 1, day(6))).rejects.toMatchObject({
        code: 'ledger-invalid',
        message: expect.stringContaining('missing') as unknown,
      });
      await ledger.close();
    }
  });

  it('finds a prune that does not go on where the one before it ended', async () => {
    const ledger = await ledgerOf(5);
    await pruneLedger(ledger, 3, day(6));
    const hashes = new Map((await readEntries(ledger)).map(({ seq, hash }) => [seq, hash]));
    await announce(ledger, {
      ...record,
      removed: { from: 4, through: 4, lastHash: hashes.get(4) },
    });
    await takeAway(ledger, 4);
    expect((await verifyLedger(ledger)).problems).toMatchObject([
      {
        seq: 7,
        problem: { en: 'it is a prune from entry 4, but the prune before it ended at entry 2' },
      },
    ]);
    await ledger.close();
  });

  it('finds a second record of the last entry', async () => {
    const ledger = await ledgerOf(2);
    await ledger.write((db) =>
      sql`insert into plimsoll_head select 2, seq, hash from plimsoll_head`.execute(db),
    );
    const said = 'there are two records of the last entry';
    for (const problems of [await chainProblems(ledger), await problemsOf(ledger)]) {
      expect(problems.map(({ problem }) => problem.en)).toEqual([said]);
    }
    await ledger.close();
  });

  it.each([0, -1, 0.000_000_1, 0.5, 1.5, Number.NaN, Infinity])(
    'is not pruned to %s days',
    async (days) => {
      const ledger = await ledgerOf(2);
      await expect(pruneLedger(ledger, days, day(9))).rejects.toMatchObject({
        code: 'option-invalid',
        hint: 'Name whole days, at least 1: plimsoll ledger prune --keep-days 730',
      });
      expect(await readEntries(ledger)).toHaveLength(2);
      await ledger.close();
    },
  );

  it('keeps its last entry, however old it is', async () => {
    const ledger = await ledgerOf(3);
    expect((await pruneLedger(ledger, 1, day(300)))?.record.removed).toMatchObject({ through: 2 });
    expect((await readEntries(ledger)).map(({ seq }) => seq)).toEqual([3, 4]);
    expect(await pruneLedger(ledger, 1_000_000_000, day(301))).toBeNull();
    await ledger.close();
  });

  it('says whether a position noted elsewhere was looked for', async () => {
    const ledger = await ledgerOf(2);
    const { last } = await verifyLedger(ledger);
    const [first] = await readEntries(ledger);
    await withoutGuards(ledger, async (db) => {
      await sql`delete from plimsoll_entry where seq = 2`.execute(db);
      await sql`delete from plimsoll_body where seq = 2`.execute(db);
      await sql`update plimsoll_head set seq = 1, hash = ${first?.hash}`.execute(db);
    });
    // Nothing but what was noted shows that.
    expect(await verifyLedger(ledger)).toMatchObject({ problems: [], headChecked: false });
    expect(await verifyLedger(ledger, last ?? undefined)).toMatchObject({
      problems: [{ seq: 2 }],
      headChecked: true,
    });
    await ledger.close();
  });

  it('tells trend and period', async () => {
    const ledger = await ledgerOf(4);
    const [trend] = await readTrend(ledger, {}, 'day');
    expect(trend?.points.map(({ change }) => change)).toEqual([null, 0, 0, 0]);
    const period = { from: '2026-10-02T12:00:00.000Z', to: '2026-10-06T00:00:00.000Z' };
    const [series] = await readPeriod(ledger, period);
    expect(series?.scans).toBe(2);
    expect(series?.gaps[0]).toEqual({ from: day(4).toISOString(), to: period.to, ms: 172_800_000 });
    const control = series?.controls.find((each) => each.control === 'sample-memory-limit');
    expect(control?.failing).toEqual([{ from: period.from, to: day(4).toISOString() }]);
    expect(control).toMatchObject({ failingAtEnd: true, ms: { failing: 129_600_000 } });
    await ledger.close();
  });

  it('opens nothing that is not there, and no other file', async () => {
    const now = day(1);
    await expect(openLedger(path.join(folder, 'none.db'), { now })).rejects.toMatchObject({
      code: 'ledger-not-found',
    });
    await expect(openLedger('package.json', { now })).rejects.toMatchObject({
      code: 'ledger-invalid',
    });
  });
});
