import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendAssessment, openLedger, readEntries, readPeriod, readTrend } from 'plimsoll/ledger';
import { largeAssessment } from '../test/fixtures/assessment.ts';
import { postgresPrograms, startPostgres } from '../test/support/postgres.ts';
import { median } from './median.ts';

/** Reading a ledger of many assessments; milliseconds. */
export interface LedgerFigures {
  readonly database: string;
  readonly assessments: number;
  readonly findings: number;
  /** Of one appended assessment, on the disk. */
  readonly appendMs: number;
  /** The rows of all entries with the query layer alone: the floor. */
  readonly floorMs: number;
  readonly historyMs: number;
  readonly trendMs: number;
  readonly periodMs: number;
}

const assessments = 10_000;
const findings = 200;
const hour = 3_600_000;
const rounds = 5;

/** Fills a ledger of each kind that this machine has, and reads it. */
export async function benchLedgers(): Promise<readonly LedgerFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  const figures = [await benchLedger('SQLite', join(folder, 'plimsoll.db'))];
  rmSync(folder, { recursive: true });
  if (postgresPrograms() !== undefined) {
    const server = await startPostgres();
    figures.push(await benchLedger('PostgreSQL', server.url));
    await server.stop();
  }
  return figures;
}

async function benchLedger(database: string, location: string): Promise<LedgerFigures> {
  const sample = largeAssessment(Math.ceil(findings / 5));
  const start = Date.UTC(2025, 0, 1);
  const ledger = await openLedger(location, { create: true, now: new Date(start) });
  try {
    const began = performance.now();
    for (let at = 0; at < assessments; at += 1) {
      const when = new Date(start + at * hour);
      await appendAssessment(ledger, { ...sample, collectedAt: when.toISOString() }, when);
    }
    const appendMs = (performance.now() - began) / assessments;
    const floor = () => ledger.read((db) => db.selectFrom('plimsoll_entry').selectAll().execute());
    const span = {
      from: new Date(start).toISOString(),
      to: new Date(start + assessments * hour).toISOString(),
    };
    return {
      database,
      assessments,
      findings: sample.findings.length,
      appendMs,
      floorMs: await time(floor),
      historyMs: await time(() => readEntries(ledger)),
      trendMs: await time(() => readTrend(ledger, {}, 'day')),
      periodMs: await time(() => readPeriod(ledger, span)),
    };
  } finally {
    await ledger.close();
  }
}

async function time(act: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await act();
    taken.push(performance.now() - began);
  }
  return median(taken);
}
