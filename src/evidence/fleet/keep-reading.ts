import type { Kysely } from 'kysely';
import { skewAtMost } from '../../core/fleet/bounds.ts';
import { keyOf, manifestText } from '../../core/fleet/manifest.ts';
import { standingBody, type Standing } from '../../core/fleet/standing.ts';
import type { Statement } from '../../core/fleet/statement.ts';
import { deflateText } from '../../syntax/json/deflated-json.ts';
import { keepBodies, readBodies } from './bodies.ts';
import type { Built } from './build-subjects.ts';
import { writeDay } from './days.ts';
import type { SignedDelivery } from './read-delivery.ts';
import { parseFleetStanding, writeMove } from './stand.ts';
import type { FleetTables } from './tables.ts';

type Db = Kysely<FleetTables>;

/** A reading that is in order, and what it comes to. */
export interface Judged extends Omit<SignedDelivery, 'statement'> {
  readonly statement: Statement;
  readonly built: Built;
  /** SHA-256 of what it was judged with. */
  readonly catalog: string;
  /** Where the host stands; `undefined` where nothing is other than it was. */
  readonly standing: Standing | undefined;
  /** When it was sent by the host's clock, ISO 8601 UTC; `null` where nobody said. */
  readonly sentAt: string | null;
  readonly now: Date;
}

/** Keeps a reading and what it changes; `false`, and nothing is kept, where another hub was quicker. */
export async function keepReading(db: Db, locks: boolean, judged: Judged): Promise<boolean> {
  const { row, seq, hash, envelope, statement, built, catalog, standing, now } = judged;
  const { id: host } = row;
  const at = now.toISOString();
  const end = await db
    .selectFrom('fleet_host')
    .select(['last_seq', 'last_hash'])
    .where('id', '=', host)
    .$if(locks, (query) => query.forUpdate())
    .executeTakeFirst();
  if (end?.last_seq !== row.last_seq || end.last_hash !== row.last_hash) return false;
  const stood = standing && standingBody(standing);
  const { root, head, origins } = statement;
  await keepBodies(db, [
    ...Array.from(built.texts, ([each, text]) => ({ hash: each, text })),
    ...(root === row.last_root ? [] : [{ hash: root, text: manifestText(built.manifest) }]),
    ...(stood ? [stood] : []),
  ]);
  await db
    .insertInto('fleet_reading')
    .values({
      host,
      seq,
      hash,
      reason: statement.reason,
      collected_at: statement.collectedAt,
      received_at: at,
      catalog,
      standing: stood?.hash ?? row.standing,
      statement: deflateText(envelope.statement),
      signature: envelope.signature,
    })
    .execute();
  const gaps = gapsOf(judged, at);
  if (gaps.length > 0) await db.insertInto('fleet_gap').values(gaps).execute();
  await moveHost(db, judged, at);
  const skew = judged.sentAt === null ? 0 : now.getTime() - Date.parse(judged.sentAt);
  await db
    .updateTable('fleet_host')
    .set({
      last_seq: seq,
      last_hash: hash,
      last_root: root,
      last_head: head,
      last_origins: origins,
      seen_at: at,
      collected_at: statement.collectedAt,
      skew_ms: Math.abs(skew) > skewAtMost ? Math.max(-maxSkew, Math.min(maxSkew, skew)) : 0,
      tool: statement.agent.tool,
      catalog,
      standing: stood?.hash ?? row.standing,
      judged_on: at.slice(0, 10),
      silent_since: null,
    })
    .where('id', '=', host)
    .execute();
  if (built.isInParts) {
    await db.deleteFrom('fleet_part').where('host', '=', host).where('seq', '<=', seq).execute();
  }
  return true;
}

/** Milliseconds that a column holds. */
const maxSkew = 2_000_000_000;

function gapsOf({ row, seq, statement }: Judged, at: string): readonly FleetTables['fleet_gap'][] {
  const { id: host } = row;
  const ofTime = { host, from_seq: 0, to_seq: 0 };
  const lost = {
    host,
    kind: 'lost',
    from_at: row.collected_at ?? row.enrolled_at,
    to_at: statement.collectedAt,
    from_seq: row.last_seq + 1,
    to_seq: seq - 1,
    detail: '',
  };
  return [
    ...(seq > row.last_seq + 1 ? [lost] : []),
    ...statement.blind.map(({ kind, from, to, detail }) => ({
      ...ofTime,
      kind,
      from_at: from,
      to_at: to,
      detail,
    })),
    ...(row.silent_since === null
      ? []
      : [{ ...ofTime, kind: 'silent', from_at: row.silent_since, to_at: at, detail: '' }]),
  ];
}

/** Writes where the host stands now, where that is another place or it was silent. */
async function moveHost(db: Db, judged: Judged, at: string): Promise<void> {
  const { row, seq, statement, built, catalog, standing } = judged;
  const { id: host } = row;
  const wasSilent = row.silent_since !== null;
  if (!standing && !wasSilent) return;
  const before =
    row.standing === ''
      ? undefined
      : parseFleetStanding((await readBodies(db, [row.standing])).get(row.standing) ?? '');
  const after = standing ?? before;
  if (!after) return;
  // A clock that is ahead dates nothing to the future.
  const moment = statement.collectedAt < at ? statement.collectedAt : at;
  await writeMove(db, {
    host,
    seq,
    at: moment,
    before,
    after,
    wasSilent,
    catalogChanged: row.catalog !== '' && row.catalog !== catalog,
    statement,
    known: (subject) => built.before.has(keyOf(subject)),
  });
  await writeDay(db, `host:${host}`, moment.slice(0, 10), after);
}
