import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import { deflateText } from '../../syntax/json/deflated-json.ts';
import { appendCheckpoint } from '../ledger/append.ts';
import { writeFleetDay } from './days.ts';
import type { FleetStore } from './open-fleet-store.ts';

/** The end of the chain of one host. */
export type Head = readonly [host: string, seq: number, hash: string];

/**
 * The root of a Merkle tree, as RFC 9162 makes it: the byte before them distinguishes leaves from nodes, so that neither can
 * pass for the other. Of nothing it is the hash of nothing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9162#section-2.1.1
 */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256('');
  let level = leaves.map((leaf) => sha256(Buffer.concat([Buffer.of(0), Buffer.from(leaf)])));
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => {
      const [left = '', right] = level.slice(at * 2, at * 2 + 2);
      // What has no sibling goes up as it is.
      if (right === undefined) return left;
      return sha256(
        Buffer.concat([Buffer.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')]),
      );
    });
  }
  return level[0] ?? '';
}

/** The root over the ends of all chains. */
export const rootOfHeads = (heads: readonly Head[]): string =>
  merkleRoot(heads.map((head) => canonicalJson(head)));

/** A checkpoint that was made. */
export interface Checkpoint {
  readonly at: string;
  readonly root: string;
  readonly hosts: number;
  /** The entry of the ledger that has it. */
  readonly ledgerSeq: number;
}

/**
 * Writes the root over the ends of all chains into the ledger, from when on none of them can be changed unseen, and how all stand
 * today.
 */
export async function makeCheckpoint(store: FleetStore, now: Date): Promise<Checkpoint> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_host')
      .select(['id', 'last_seq', 'last_hash'])
      .where('last_seq', '>', 0)
      .orderBy('id')
      .execute(),
  );
  // By code unit, whatever order a database has.
  const heads = rows
    .map(({ id, last_seq, last_hash }): Head => [id, last_seq, last_hash])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const root = rootOfHeads(heads);
  const at = now.toISOString();
  const content = { kind: 'plimsoll/checkpoint', at, hosts: heads.length, root };
  const ledger = await store.openLedger();
  try {
    const label = `fleet of ${heads.length} hosts`;
    const { seq: ledgerSeq } = await appendCheckpoint(ledger, content, label, now);
    await store.write(async (db) => {
      await db
        .insertInto('fleet_checkpoint')
        .values({
          at,
          root,
          hosts: heads.length,
          ledger_seq: ledgerSeq,
          content: deflateText(canonicalJson(heads)),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await writeFleetDay(db, now);
    });
    return { at, root, hosts: heads.length, ledgerSeq };
  } finally {
    await ledger.close();
  }
}
