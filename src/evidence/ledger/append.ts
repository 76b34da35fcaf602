import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Assessment } from '../../core/assessment/assessment.ts';
import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import { genesis, hashEntry } from './chain.ts';
import type { Ledger } from './open-ledger.ts';
import { countsOf, seriesOf, standingOf } from './standing.ts';
import { noCounts, type EntryRow, type Tables } from './tables.ts';

const deflate = promisify(deflateRaw);

/** The place of an entry in the chain. Kept elsewhere, it shows later that the ledger was not cut off. */
export interface Position {
  /** Counts from 1. */
  readonly seq: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** An entry that is ready to be chained. */
export interface Draft {
  readonly row: Omit<EntryRow, 'seq' | 'previous' | 'hash'>;
  readonly stored: Uint8Array;
  readonly standing: string;
}

/** Makes an entry ready: what takes time is done before the ledger is locked. */
export async function draftEntry(
  about: Omit<EntryRow, 'seq' | 'previous' | 'hash' | `${string}_hash`>,
  content: unknown,
  standing: unknown,
): Promise<Draft> {
  const text = canonicalJson(content);
  const stood = canonicalJson(standing);
  const stored = await deflate(text);
  return {
    row: {
      ...about,
      content_hash: sha256(text),
      stored_hash: sha256(stored),
      standing_hash: sha256(stood),
    },
    stored,
    standing: stood,
  };
}

/** Puts an entry at the end of the chain, inside the caller's writing transaction. */
export async function chainEntry(db: Kysely<Tables>, draft: Draft): Promise<Position> {
  const head = await db.selectFrom('plimsoll_head').select(['seq', 'hash']).executeTakeFirst();
  const linked = { ...draft.row, seq: (head?.seq ?? 0) + 1, previous: head?.hash ?? genesis };
  const entry: EntryRow = { ...linked, hash: hashEntry(linked) };
  const { seq, hash } = entry;
  await db
    .insertInto('plimsoll_standing')
    .values({ hash: entry.standing_hash, standing: draft.standing })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.insertInto('plimsoll_entry').values(entry).execute();
  await db.insertInto('plimsoll_body').values({ seq, content: draft.stored }).execute();
  if (head) await db.updateTable('plimsoll_head').set({ seq, hash }).execute();
  else await db.insertInto('plimsoll_head').values({ id: 1, seq, hash }).execute();
  return { seq, hash };
}

/**
 * Appends an assessment. When this returns it is on the disk; when it throws, nothing of it is.
 *
 * @throws PlimsollError `ledger-full`, `ledger-busy`, `ledger-denied`, `ledger-unreachable`
 */
export async function appendAssessment(
  ledger: Ledger,
  assessment: Assessment,
  now: Date,
): Promise<Position> {
  const about = {
    kind: 'assessment' as const,
    appended_at: now.toISOString(),
    collected_at: assessment.collectedAt,
    ...seriesOf(assessment),
    ...countsOf(assessment),
  };
  const draft = await draftEntry(about, assessment, standingOf(assessment));
  return ledger.write((db) => chainEntry(db, draft));
}

/**
 * Appends what is no assessment: a checkpoint of evidence that is kept elsewhere, by its hash.
 *
 * @param label what it is of, for people
 * @throws PlimsollError `ledger-full`, `ledger-busy`, `ledger-denied`, `ledger-unreachable`
 */
export async function appendCheckpoint(
  ledger: Ledger,
  content: unknown,
  label: string,
  now: Date,
): Promise<Position> {
  const at = now.toISOString();
  const about = {
    kind: 'checkpoint' as const,
    appended_at: at,
    collected_at: at,
    series: '',
    label,
  };
  const draft = await draftEntry({ ...about, ...noCounts }, content, {
    controls: {},
    frameworks: {},
  });
  return ledger.write((db) => chainEntry(db, draft));
}
