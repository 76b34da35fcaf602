import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendAssessment } from '../../../src/evidence/ledger/append.ts';
import { chainProblems } from '../../../src/evidence/ledger/chain-problems.ts';
import { readPeriod } from '../../../src/evidence/ledger/read-period.ts';
import { openLedger, type Ledger } from '../../../src/evidence/ledger/open-ledger.ts';
import { schemaProblems } from '../../../src/evidence/ledger/schema-problems.ts';
import { verifyLedger } from '../../../src/evidence/ledger/verify-ledger.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { describeWithPostgres } from '../../support/needs.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';

const now = new Date(Date.UTC(2026, 9, 1));
const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-schema-'));
let server: TestPostgres | undefined;
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What is said of a ledger in which this was done; afterwards it is as it was. */
async function after(ledger: Ledger, statements: readonly string[]): Promise<readonly string[]> {
  const undone = new Error('as it was');
  let said: readonly string[] = [];
  const attempt = ledger.write(async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
    said = (await schemaProblems(db, ledger.kind)).map(({ problem }) => problem.en);
    throw undone;
  });
  await expect(attempt).rejects.toBe(undone);
  return said;
}

describe('what a ledger in a file is made of', () => {
  const open = (name: string) => openLedger(path.join(folder, name), { create: true, now });

  it('is named where any of it is missing, one by one', async () => {
    const ledger = await open('missing.db');
    expect((await verifyLedger(ledger)).problems).toEqual([]);
    const { rows } = await ledger.read((db) =>
      sql<{ type: string; name: string }>`
        select type, name from sqlite_master where sql is not null`.execute(db),
    );
    expect(rows.filter(({ type }) => type === 'trigger')).toHaveLength(8);
    for (const { type, name } of rows) {
      const said = await after(ledger, [`drop ${type} ${name}`]);
      expect(said).toContain(
        `the ${type} ${name} is missing: changes that it prevents may have been made`,
      );
    }
    await ledger.close();
  });

  it.each([
    [
      'drop trigger plimsoll_entry_no_delete; create trigger plimsoll_entry_no_delete before delete on plimsoll_entry begin select 1; end',
      'the trigger plimsoll_entry_no_delete was altered',
    ],
    [
      'drop index plimsoll_entry_by_series; create unique index plimsoll_entry_by_series on plimsoll_entry (series)',
      'the index plimsoll_entry_by_series was altered',
    ],
    ['alter table plimsoll_head add column more text', 'the table plimsoll_head was altered'],
    [
      'create trigger quiet after insert on plimsoll_entry begin update plimsoll_entry set fail = 0; end',
      'the trigger quiet was not made by this program',
    ],
    ['create view seen as select 1 as one', 'the view seen was not made by this program'],
  ])('is named where it was altered or added: %s', async (statements, said) => {
    const ledger = await open('altered.db');
    const [drop = '', ...create] = statements.split('; create ');
    expect(await after(ledger, [drop, ...create.map((each) => `create ${each}`)])).toEqual([said]);
    await ledger.close();
  });
});

describe('a trigger with a name of SQLite itself', () => {
  it('is named', async () => {
    const ledger = await openLedger(path.join(folder, 'own.db'), { create: true, now });
    const said = await after(ledger, [
      'pragma writable_schema = on',
      `insert into sqlite_master values ('trigger', 'sqlite_quiet', 'plimsoll_entry', 0,
        'create trigger sqlite_quiet after insert on plimsoll_entry begin select 1; end')`,
    ]);
    expect(said).toEqual(['the trigger sqlite_quiet was not made by this program']);
    await ledger.close();
  });
});

describeWithPostgres('what a ledger in PostgreSQL is made of', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    server = await startPostgres();
    ledger = await openLedger(server.url, { create: true, now });
  }, 60_000);
  afterAll(() => ledger?.close());

  it('is as it was made', async () => {
    expect((await verifyLedger(ledger)).problems).toEqual([]);
  });

  it.each(
    ['entry', 'body', 'standing', 'head'].flatMap((table) =>
      ['update', 'delete', 'truncate'].map((event) => [`plimsoll_${table}`, event] as const),
    ),
  )('is named where the trigger of %s on %s does nothing', async (table, event) => {
    const name = `${table}_no_${event}`;
    const trigger = `trigger ${name} on ${table}`;
    const missing = [`the ${trigger} is missing: changes that it prevents may have been made`];
    const altered = [`the ${trigger} was altered`];
    expect(await after(ledger, [`drop ${trigger}`])).toEqual(missing);
    for (const statement of [
      `alter table ${table} disable trigger ${name}`,
      `alter table ${table} enable replica trigger ${name}`,
      `create or replace function ${name}() returns trigger language plpgsql as 'begin return null; end'`,
    ]) {
      expect(await after(ledger, [statement])).toEqual(altered);
    }
  });

  it.each([
    [
      'create rule quiet as on insert to plimsoll_entry do instead nothing',
      'the rule quiet on plimsoll_entry was not made by this program',
    ],
    ['alter table plimsoll_body enable row level security', 'the table plimsoll_body was altered'],
    [
      'alter table plimsoll_entry alter column label drop not null',
      'the table plimsoll_entry was altered',
    ],
    [
      'alter table plimsoll_head alter column seq type bigint',
      'the table plimsoll_head was altered',
    ],
    [
      'alter table plimsoll_standing add column more text',
      'the table plimsoll_standing was altered',
    ],
    [
      'alter table plimsoll_entry drop constraint plimsoll_entry_pkey',
      'the constraint plimsoll_entry_pkey on plimsoll_entry is missing: changes that it prevents may have been made',
    ],
    [
      'alter table plimsoll_entry add check (fail = 0)',
      'the constraint plimsoll_entry_fail_check on plimsoll_entry was not made by this program',
    ],
    [
      'drop index plimsoll_entry_by_series',
      'the index plimsoll_entry_by_series on plimsoll_entry is missing: changes that it prevents may have been made',
    ],
    [
      'create table more () inherits (plimsoll_entry)',
      'the table more within plimsoll_entry was not made by this program',
    ],
    [
      'create trigger quiet before insert on plimsoll_body for each row execute function suppress_redundant_updates_trigger()',
      'the trigger quiet on plimsoll_body was not made by this program',
    ],
  ])('is named where it was altered or added: %s', async (statement, said) => {
    expect(await after(ledger, [statement])).toContain(said);
  });
});

describe('what lets entries be deleted, or was deleted', () => {
  const damaged = async (name: string, ...statements: readonly string[]) => {
    const ledger = await openLedger(path.join(folder, name), { create: true, now });
    await appendAssessment(ledger, sampleAssessment(), now);
    await ledger.write(async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    });
    return ledger;
  };

  it('is a problem where a prune is announced and none goes on', async () => {
    const ledger = await damaged('pruning.db', 'insert into plimsoll_pruning values (5)');
    const said = 'plimsoll_pruning has a row, which lets entries be deleted without a prune';
    const found = [await chainProblems(ledger), (await verifyLedger(ledger)).problems];
    for (const each of found) expect(each.map(({ problem }) => problem.en)).toEqual([said]);
    await ledger.close();
  });

  it('is a problem where a standing is gone, of which no period tells a figure', async () => {
    const ledger = await damaged(
      'standing.db',
      'insert into plimsoll_pruning values (0)',
      'delete from plimsoll_standing',
      'delete from plimsoll_pruning',
    );
    expect((await chainProblems(ledger)).map(({ seq, problem }) => [seq, problem.en])).toEqual([
      [1, 'its standing is missing'],
    ]);
    const all = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
    await expect(readPeriod(ledger, all)).rejects.toThrow('is missing');
    await ledger.close();
  });
});
