import { z } from 'zod';
import type { Delivery, Outcome, ParkReason } from '../../core/fleet/carrier.ts';
import { openEnvelope, type Envelope } from '../../core/fleet/envelope.ts';
import { statementSchema, statementType, type Statement } from '../../core/fleet/statement.ts';
import { readWith } from '../../core/read-with.ts';
import { sayProblems } from '../../core/say-issues.ts';
import { isSignedBy } from '../../syntax/dsse/pre-authentication.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { sha256 } from '../../syntax/json/canonical-json.ts';
import { hostKey } from './hosts.ts';
import type { FleetStore } from './open-fleet-store.ts';
import { parkReading } from './park.ts';
import type { HostRow } from './tables.ts';

/** What every statement says first, whatever its version. */
const namedSchema = z.object({ v: z.number(), host: z.string(), seq: z.int().positive() });

/** A delivery that a host of the fleet signed. */
export interface SignedDelivery {
  readonly row: HostRow;
  readonly seq: number;
  /** Of the statement. */
  readonly hash: string;
  readonly envelope: Envelope;
  /** What it says, or why that cannot be read. */
  readonly statement: Statement | { readonly unread: ParkReason; readonly detail: string };
}

/** Reads a delivery as far as its signature; what no host of the fleet signed is refused, and nothing of it is kept. */
export async function readDelivery(
  store: FleetStore,
  { bytes }: Delivery,
  now: Date,
): Promise<SignedDelivery | Extract<Outcome, { readonly kind: 'refused' }>> {
  const refused = (reason: ParkReason, detail: string) =>
    ({ kind: 'refused', reason, detail }) as const;
  let envelope: Envelope;
  let raw: unknown;
  try {
    envelope = openEnvelope(bytes);
    raw = parseJsonText(envelope.statement);
  } catch (error) {
    return refused('malformed', sayError(error));
  }
  const named = namedSchema.safeParse(raw);
  if (!named.success) return refused('malformed', 'It names no host and no number.');
  const { host, seq, v } = named.data;
  const row = await store.read((db) =>
    db.selectFrom('fleet_host').selectAll().where('id', '=', host).executeTakeFirst(),
  );
  const key = row && hostKey(row.key);
  if (!row || !key) return refused('unknown-host', `There is no host ${host.slice(0, 63)}.`);
  if (row.retired_at !== null) return refused('retired', `${host} was retired.`);
  if (!isSignedBy(statementType, envelope.statement, envelope.signature, key)) {
    const detail = 'Its signature is not that of the host.';
    const at = now.toISOString();
    await store.write((db) =>
      parkReading(db, { host, seq: 0, reason: 'forged', detail, at, content: null }),
    );
    return refused('forged', detail);
  }
  const parsed = readWith(statementSchema, raw);
  const unread = v === 1 ? 'malformed' : 'newer-version';
  const statement = parsed.success
    ? parsed.data
    : ({ unread, detail: sayProblems(parsed.problems).en } as const);
  return { row, seq, hash: sha256(envelope.statement), envelope, statement };
}

/** What an error says. */
export const sayError = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
