import { text as words } from '../../core/text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { statementSchema, statementType, type Statement } from '../../core/fleet/statement.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { readBodies, textOf } from './bodies.ts';
import { snapshotBy } from './build-subjects.ts';
import { parseManifest } from './manifests.ts';
import type { FleetReader } from './open-fleet-store.ts';

/** A reading that is kept, as its host signed it. */
export interface KeptReading {
  readonly seq: number;
  readonly statement: Statement;
  readonly standing: string;
  /** A DSSE envelope of it, which the host's key verifies. */
  readonly envelope: {
    readonly payloadType: string;
    readonly payload: string;
    readonly signatures: readonly { readonly sig: string }[];
  };
}

/**
 * The last reading of a host that was made until an instant.
 *
 * @param at ISO 8601 UTC; the last of all when absent
 * @throws PlimsollError `ledger-entry-unknown` where there is none
 */
export async function readingAt(
  store: FleetReader,
  host: string,
  at?: string,
): Promise<KeptReading> {
  const row = await store.read((db) =>
    db
      .selectFrom('fleet_reading')
      .select(['seq', 'standing', 'statement', 'signature'])
      .where('host', '=', host)
      .$if(at !== undefined, (query) => query.where('collected_at', '<=', at ?? ''))
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!row) {
    throw new PlimsollError(
      'ledger-entry-unknown',
      words(
        `There is no reading of ${host}${at === undefined ? '' : ` until ${at}`}.`,
        `没有 ${host}${at === undefined ? '' : ` 截至 ${at}`} 的读数。`,
      ),
      {
        hint: words(
          'See which hosts there are with: plimsoll hub hosts',
          '查看现有主机：plimsoll hub hosts',
        ),
      },
    );
  }
  const text = textOf(row.statement);
  return {
    seq: row.seq,
    standing: row.standing,
    statement: statementSchema.parse(parseJsonText(text)),
    envelope: {
      payloadType: statementType,
      payload: Buffer.from(text).toString('base64'),
      signatures: [{ sig: row.signature }],
    },
  };
}

/**
 * The snapshot of a host as it was at an instant, made of what is kept.
 *
 * @param at ISO 8601 UTC; as it was last when absent
 * @throws PlimsollError `ledger-entry-unknown`; `ledger-invalid` where a part of it was changed
 */
export async function rebuildSnapshot(
  store: FleetReader,
  host: string,
  at?: string,
): Promise<{ readonly snapshot: Snapshot; readonly reading: KeptReading }> {
  const reading = await readingAt(store, host, at);
  const { root } = reading.statement;
  const kept = await store.read((db) => readBodies(db, [root]));
  const manifest = parseManifest(kept.get(root) ?? '');
  return { snapshot: await snapshotBy(store, reading.statement, manifest, new Map()), reading };
}
