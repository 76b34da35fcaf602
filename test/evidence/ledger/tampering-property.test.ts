import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlimsollError } from '../../../src/core/errors.ts';
import { appendAssessment } from '../../../src/evidence/ledger/append.ts';
import { chainProblems } from '../../../src/evidence/ledger/chain-problems.ts';
import type { LedgerProblem } from '../../../src/evidence/ledger/ledger-problems.ts';
import { openLedger, type Ledger } from '../../../src/evidence/ledger/open-ledger.ts';
import { entryColumns } from '../../../src/evidence/ledger/tables.ts';
import { verifyLedger } from '../../../src/evidence/ledger/verify-ledger.ts';
import { withoutGuards } from '../../support/without-guards.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-tampering-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sound = path.join(folder, 'sound.db');
let copies = 0;
// Each copy has a name of its own: the driver keeps a file open for a while after it was closed.
let tampered = '';
const entries = 4;
const now = new Date(Date.UTC(2026, 9, 1));

const tables = ['plimsoll_entry', 'plimsoll_body', 'plimsoll_standing', 'plimsoll_head'] as const;
type Table = (typeof tables)[number];
type Cell = number | string | Uint8Array;
type Rows = Readonly<Record<Table, readonly Readonly<Record<string, unknown>>[]>>;

const asCell = (value: unknown): Cell =>
  value instanceof ArrayBuffer ? new Uint8Array(value) : (value as Cell);

const columns = {
  plimsoll_entry: entryColumns,
  plimsoll_body: ['seq', 'content'],
  plimsoll_standing: ['hash', 'standing'],
  plimsoll_head: ['id', 'seq', 'hash'],
} as const satisfies Record<Table, readonly string[]>;

/** Every row of every table that a verification vouches for. */
const rowsOf = (ledger: Ledger): Promise<Rows> =>
  ledger.read(async (db) => {
    const of = async (table: Table) =>
      (
        await sql<Record<string, unknown>>`
          select ${sql.join(columns[table].map((column) => sql.ref(column)))} from ${sql.ref(table)}
          order by 1`.execute(db)
      ).rows;
    return {
      plimsoll_entry: await of('plimsoll_entry'),
      plimsoll_body: await of('plimsoll_body'),
      plimsoll_standing: await of('plimsoll_standing'),
      plimsoll_head: await of('plimsoll_head'),
    };
  });

const spell = (rows: Rows): string =>
  JSON.stringify(rows, (_, value: unknown) =>
    value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : value,
  );

/** The same value but for one byte. */
function changed(cell: Cell, place: number, mask: number): Cell {
  // No entry has that number.
  if (typeof cell === 'number') return cell + 256 * mask;
  const bytes = Buffer.from(cell as string);
  const at = place % Math.max(1, bytes.length);
  if (typeof cell !== 'string') {
    bytes[at] = (bytes[at] ?? 0) ^ mask;
    return new Uint8Array(bytes);
  }
  const letter = cell[at] === 'x' ? 'y' : 'x';
  return `${cell.slice(0, at)}${letter}${cell.slice(at + 1)}`;
}

async function onCopy<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(tampered, { now });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

function freshCopy(): void {
  copies += 1;
  tampered = path.join(folder, `tampered-${copies}.db`);
  copyFileSync(sound, tampered);
}

describe('a ledger of which one byte was changed', () => {
  let rows: Rows;
  beforeAll(async () => {
    const ledger = await openLedger(sound, { create: true, now });
    for (let at = 1; at <= entries; at += 1) {
      const memoryBytes = at * 1000;
      const assessment = sampleAssessment([
        { name: `web-${at}`, memoryBytes: at % 2 ? 0 : memoryBytes },
      ]);
      await appendAssessment(ledger, assessment, now);
    }
    rows = await rowsOf(ledger);
    // All of it stands in the one file then.
    await ledger.read((db) => sql`pragma wal_checkpoint(truncate)`.execute(db));
    await ledger.close();
  });

  it('fails and names the entry, whichever column of whichever row it was in', async () => {
    const cells = tables.flatMap((table) =>
      rows[table].flatMap((row, at) =>
        Object.keys(row)
          // The number of the one row of the head says nothing.
          .filter((column) => !(table === 'plimsoll_head' && column === 'id'))
          .map((column) => ({ table, at, column })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cells),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async ({ table, at, column }, place, mask) => {
          freshCopy();
          const row = rows[table][at] ?? {};
          const [first] = Object.keys(row);
          const key = asCell(row[first ?? '']);
          const cell = changed(asCell(row[column]), place, mask);
          const problems = await onCopy(async (ledger) => {
            await withoutGuards(ledger, (db) =>
              sql`update ${sql.ref(table)} set ${sql.ref(column)} = ${cell} where ${sql.ref(first ?? '')} = ${key}`.execute(
                db,
              ),
            );
            // What reads figures looks at the rows that they stand in, and at nothing else.
            const ofRows = (await chainProblems(ledger)).map(({ seq }) => seq);
            if (table === 'plimsoll_entry') expect(ofRows).toContain(row['seq']);
            if (table === 'plimsoll_head') expect(ofRows.length).toBeGreaterThan(0);
            return (await verifyLedger(ledger)).problems;
          });
          const named = problems.map(({ seq }) => seq);
          if (table === 'plimsoll_entry' || table === 'plimsoll_body') {
            expect(named).toContain(row['seq']);
          } else if (table === 'plimsoll_standing') {
            const users = rows.plimsoll_entry.filter(
              (each) => each['standing_hash'] === row['hash'],
            );
            expect(named).toEqual(expect.arrayContaining(users.map(({ seq }) => seq)));
          } else {
            expect(named.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);

  it('is told wherever in the file it was, unless every row reads as before', async () => {
    const bytes = readFileSync(sound);
    const was = spell(rows);
    let [found, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (place, mask) => {
          freshCopy();
          const other = Buffer.from(bytes);
          other[place] = (other[place] ?? 0) ^ mask;
          writeFileSync(tampered, other);
          let told: readonly LedgerProblem[] = [];
          let is: string;
          try {
            is = await onCopy(async (ledger) => {
              told = (await verifyLedger(ledger)).problems;
              return told.length > 0 ? '' : spell(await rowsOf(ledger));
            });
          } catch (error) {
            // A file that cannot be opened at all is told by its error.
            expect(error).toBeInstanceOf(PlimsollError);
            expect(error).toMatchObject({ code: 'ledger-invalid' });
            refused += 1;
            return;
          }
          if (told.length > 0) found += 1;
          else expect(is).toBe(was);
        },
      ),
      // Once a version of 0 was taken for no ledger at all.
      { numRuns: 300, examples: [[4099, 1]] },
    );
    expect(Math.min(found, refused)).toBeGreaterThan(0);
  }, 120_000);
});
