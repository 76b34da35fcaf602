import type { Delivery, Outcome, ParkReason } from '../../core/fleet/carrier.ts';
import { rootOf } from '../../core/fleet/manifest.ts';
import { fleetStandingOf } from '../../core/fleet/standing.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { buildSubjects, keepPart, snapshotBy, textsIn } from './build-subjects.ts';
import { keepReading } from './keep-reading.ts';
import type { FleetStore } from './open-fleet-store.ts';
import { parkReading } from './park.ts';
import { placeOf } from './place-of.ts';
import { readDelivery, sayError, type SignedDelivery } from './read-delivery.ts';

/** What judges snapshots, and what it judges with. */
export interface FleetJudge {
  /** SHA-256 of the catalog and of everything else that verdicts depend on. */
  readonly catalog: string;
  /** Judges what a host read. */
  readonly judge: (snapshot: Snapshot) => Assessment;
}

/** What deliveries are taken in with. */
export interface AcceptOptions extends FleetJudge {
  /** The organisation; what is of another one is put aside. */
  readonly tenant: string;
  readonly now: Date;
}

/**
 * Takes a delivery in: who signed it, what it follows, what it is made of and what it comes to. When this answers `kept`, it is on
 * the disk, once.
 *
 * @throws PlimsollError `ledger-full`, `ledger-busy`, `ledger-unreachable` and their like: nothing of it is kept, and it has to be
 * delivered again
 */
export async function acceptDelivery(
  store: FleetStore,
  delivery: Delivery,
  options: AcceptOptions,
): Promise<Outcome> {
  const signed = await readDelivery(store, delivery, options.now);
  if ('kind' in signed) return signed;
  const { row, seq, hash, envelope, statement } = signed;
  const { id: host } = row;
  const park = (reason: ParkReason, detail: string): Promise<Outcome> =>
    putAside(store, signed, delivery.bytes, { reason, detail, now: options.now });
  if ('unread' in statement) return await park(statement.unread, statement.detail);
  if (statement.tenant !== options.tenant) {
    return await park('foreign', `It is of ${statement.tenant}.`);
  }
  switch (await placeOf(store, row, statement, hash)) {
    case 'known':
      return { kind: 'kept', host, seq, isNew: false };
    case 'forked':
      return await park('forked', 'Another reading has its number, or it follows another one.');
    case 'late':
      return await park('late', 'One after it, which has everything, was there before.');
    case 'early':
      return { kind: 'wanted', host, from: row.last_seq + 1 };
    case 'next':
  }
  if (delivery.isLast) {
    return await park('not-judged', 'It was delivered several times, and never taken in.');
  }
  const given = textsIn(envelope, statement);
  const built = await buildSubjects(store, row, statement, given);
  if ('missing' in built) {
    if (!envelope.more) return await park('root-differs', built.missing);
    await keepPart(store, host, seq, given);
    return { kind: 'part', host, seq };
  }
  if (rootOf(built.manifest) !== statement.root) {
    return await park('root-differs', 'Its subjects do not come to its root.');
  }
  const { catalog, now } = options;
  const isSame =
    row.last_root === statement.root &&
    row.last_head === statement.head &&
    row.last_origins === statement.origins &&
    row.catalog === catalog &&
    row.judged_on === now.toISOString().slice(0, 10);
  let standing;
  if (!isSame) {
    const { manifest, texts } = built;
    try {
      const snapshot = await snapshotBy(store, statement, manifest, texts);
      standing = fleetStandingOf(options.judge(snapshot));
    } catch (error) {
      return await park('not-judged', sayError(error));
    }
  }
  const judged = { ...signed, statement, built, catalog, standing, sentAt: delivery.sentAt, now };
  const locks = store.kind === 'postgres';
  const isKept = await store.write((db) => keepReading(db, locks, judged));
  return isKept
    ? { kind: 'kept', host, seq, isNew: true }
    : { kind: 'wanted', host, from: row.last_seq + 1 };
}

/** Puts a reading aside; the chain goes on over it, but not over one that forks it. */
async function putAside(
  store: FleetStore,
  { row, seq, hash }: SignedDelivery,
  content: Uint8Array,
  {
    reason,
    detail,
    now,
  }: { readonly reason: ParkReason; readonly detail: string; readonly now: Date },
): Promise<Outcome> {
  const { id: host } = row;
  const at = now.toISOString();
  await store.write(async (db) => {
    await parkReading(db, { host, seq, reason, detail, at, content });
    const update = db.updateTable('fleet_host').where('id', '=', host);
    if (reason === 'late') return;
    if (reason === 'forked') {
      await update.set({ alarm: 'forked' }).execute();
      return;
    }
    // What comes next must have everything.
    const moved = await update
      .set({ last_seq: seq, last_hash: hash, last_root: '' })
      .where('last_seq', '=', seq - 1)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return;
    const gap = { host, kind: 'parked', from_at: at, to_at: at, from_seq: seq, to_seq: seq };
    await db
      .insertInto('fleet_gap')
      .values({ ...gap, detail: reason })
      .execute();
  });
  return { kind: 'parked', host, seq, reason };
}
