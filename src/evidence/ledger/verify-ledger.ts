import type { Kysely } from 'kysely';
import type { Text } from '../../core/text.ts';
import type { Position } from './append.ts';
import { genesis, hashEntry } from './chain.ts';
import { attempt, fileProblems } from './file-problems.ts';
import {
  absence,
  beginningProblem,
  endProblem,
  orphanOf,
  pruneProblems,
  pruningLeft,
} from './chain-ends.ts';
import { problems as words, type LedgerProblem } from './ledger-problems.ts';
import type { Ledger } from './open-ledger.ts';
import { pruneOf, type PruneOf } from './prune-record.ts';
import { entryColumns, type EntryRow, type Tables } from './tables.ts';
import { bodyOf, rowProblem, standingVerifier } from './verify-entry.ts';

/** What a ledger came to when everything in it was recomputed. */
export interface LedgerVerdict {
  /** Entries that were read. */
  readonly entries: number;
  /** The first that is left, and the last; `null` of a ledger without any. */
  readonly first: Position | null;
  readonly last: Position | null;
  /** Entries from 1 on that a prune in the chain removed; 0 where none did, or none explains the beginning. */
  readonly prunedThrough: number;
  /** Every prune that the chain tells of, oldest first. */
  readonly prunes: readonly PruneOf[];
  /**
   * Whether a position that was noted elsewhere was looked for. Without one, entries that were removed from the end
   * together with the note of the last cannot be seen.
   */
  readonly headChecked: boolean;
  /** What is wrong with the file itself, then in the order of the chain; empty when all is as it was written. */
  readonly problems: readonly LedgerProblem[];
}

/** Numbers of entries that are held at once. */
const portion = 500;

/**
 * Recomputes every hash of a ledger and follows the chain from its first entry to its last. Of a file, SQLite is
 * asked too whether it is whole.
 *
 * @param expected a position that was noted elsewhere: the entry must still be there, with that hash
 */
export function verifyLedger(ledger: Ledger, expected?: Position): Promise<LedgerVerdict> {
  return ledger.read(async (db) => {
    const problems: LedgerProblem[] = [];
    const report = (seq: number | null, problem: Text): void =>
      void problems.push({ seq, problem });
    if (ledger.kind === 'sqlite') problems.push(...(await fileProblems(db)));
    problems.push(
      ...(await (await import('./schema-problems.ts')).schemaProblems(db, ledger.kind)),
    );
    const chain = await attempt(() => followChain(db, report, expected), words.file);
    if ('damage' in chain) {
      report(null, chain.damage);
      return {
        entries: 0,
        first: null,
        last: null,
        prunedThrough: 0,
        prunes: [],
        headChecked: expected !== undefined,
        problems,
      };
    }
    const { entries, first, last, prunes, noted, isLastRead } = chain.value;
    const begin = beginningProblem(first, prunes);
    if (begin !== undefined) problems.push(begin);
    problems.push(...pruneProblems(first, prunes));
    // A last entry that cannot be read is already reported.
    const end = await attempt(
      () => (isLastRead ? endProblem(db, last) : Promise.resolve(undefined)),
      words.headUnreadable,
    );
    if ('damage' in end) report(last?.seq ?? null, end.damage);
    else if (end.value !== undefined) problems.push(end.value);
    for (const look of [orphanOf, pruningLeft]) {
      const found = await attempt(() => look(db), words.file);
      if ('damage' in found) report(null, found.damage);
      else if (found.value !== undefined) problems.push(found.value);
    }
    if (expected !== undefined && noted !== expected.hash) {
      report(expected.seq, absence(expected, first, noted));
    }
    return {
      entries,
      first: positionOf(first),
      last: positionOf(last),
      prunedThrough: begin === undefined ? (first?.seq ?? 1) - 1 : 0,
      prunes,
      headChecked: expected !== undefined,
      problems: problems.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0)),
    };
  });
}

type Report = (seq: number, problem: Text) => void;

/** Reads every entry in order, and reports each that is not as it was written or does not follow the one before. */
async function followChain(db: Kysely<Tables>, report: Report, expected: Position | undefined) {
  const standingProblem = standingVerifier(db);
  const prunes: PruneOf[] = [];
  let entries = 0;
  let first: EntryRow | undefined;
  let last: EntryRow | undefined;
  let lastSeq: number | undefined;
  let computed = genesis;
  let noted: string | undefined;
  for await (const seq of seqsOf(db)) {
    if (lastSeq !== undefined && seq !== lastSeq + 1) {
      report(lastSeq + 1, words.missing(lastSeq + 1, seq - 1));
    }
    lastSeq = seq;
    const read = await attempt(() => entryOf(db, seq), words.rowUnreadable);
    entries += 1;
    if ('damage' in read) {
      report(seq, read.damage);
      continue;
    }
    const entry = read.value;
    if (entry === undefined) {
      report(seq, words.rowMisplaced);
      continue;
    }
    const adjoins = last?.seq === seq - 1;
    const follows = !adjoins || [last?.hash, computed].includes(entry.previous);
    computed = hashEntry(withoutHash(entry));
    const body = await bodyOf(db, entry);
    if (computed !== entry.hash) report(seq, rowProblem(entry, body));
    else if ('wrong' in body) report(seq, body.wrong);
    else {
      const stood = await standingProblem(entry.standing_hash);
      if (stood !== undefined) report(seq, stood);
      else if (!follows) report(seq, words.notLinked);
    }
    const prune = entry.kind === 'prune' ? pruneOf(entry, body) : undefined;
    if (prune !== undefined) prunes.push(prune);
    else if (entry.kind === 'prune' && 'text' in body) report(seq, words.pruneUnread);
    if (seq === expected?.seq) noted = entry.hash;
    first ??= entry;
    last = entry;
  }
  return { entries, first, last, prunes, noted, isLastRead: lastSeq === last?.seq };
}

async function* seqsOf(db: Kysely<Tables>): AsyncGenerator<number> {
  let after: number | undefined;
  for (;;) {
    const rows = await db
      .selectFrom('plimsoll_entry')
      .select('seq')
      .orderBy('seq')
      .limit(portion)
      .$if(after !== undefined, (each) => each.where('seq', '>', after ?? 0))
      .execute();
    for (const { seq } of rows) yield seq;
    const last = rows.at(-1);
    if (last === undefined || rows.length < portion) return;
    after = last.seq;
  }
}

/** One by one, so that a row that cannot be read hides no other. */
async function entryOf(db: Kysely<Tables>, seq: number): Promise<EntryRow | undefined> {
  const query = db.selectFrom('plimsoll_entry').select(entryColumns).where('seq', '=', seq);
  return query.executeTakeFirst();
}

const withoutHash = ({ hash: _, ...rest }: EntryRow): Omit<EntryRow, 'hash'> => rest;

const positionOf = (entry: EntryRow | undefined): Position | null =>
  entry === undefined ? null : { seq: entry.seq, hash: entry.hash };
