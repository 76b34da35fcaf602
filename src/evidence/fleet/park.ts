import { sql, type Kysely } from 'kysely';
import type { ParkReason } from '../../core/fleet/carrier.ts';
import type { FleetTables } from './tables.ts';

/** Bytes that are kept of what was put aside. */
const keptAtMost = 1024 * 1024;

/** A reading that is put aside. */
export interface Parked {
  readonly host: string;
  readonly seq: number;
  readonly reason: ParkReason;
  readonly detail: string;
  readonly at: string;
  /** As it came; `null` where nobody known signed it, so that strangers fill no disk. */
  readonly content: Uint8Array | null;
}

/** Puts a reading aside; what comes again for the same reason is counted. */
export async function parkReading(db: Kysely<FleetTables>, parked: Parked): Promise<void> {
  const { content, detail } = parked;
  await db
    .insertInto('fleet_parked')
    .values({
      ...parked,
      detail: detail.slice(0, 500),
      content: content && content.length <= keptAtMost ? content : null,
      times: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['host', 'seq', 'reason'])
        .doUpdateSet({ at: parked.at, times: sql<number>`fleet_parked.times + 1` }),
    )
    .execute();
}
