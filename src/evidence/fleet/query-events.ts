import type { FleetReader } from './open-fleet-store.ts';
import type { FleetTables } from './tables.ts';

/** Something that stands otherwise than before, and why. */
export type FleetChange = FleetTables['fleet_change'];

/** Which changes are wanted. */
export interface ChangeFilter {
  readonly host?: string | undefined;
  readonly item?: string | undefined;
  readonly label?: string | undefined;
  readonly kind?: FleetChange['kind'] | undefined;
  /** At or after this instant; ISO 8601 UTC. */
  readonly from?: string | undefined;
  /** Before this instant. */
  readonly before?: string | undefined;
  /** What comes after this one, to go on from page to page. */
  readonly after?: Pick<FleetChange, 'at' | 'host' | 'item' | 'subject'> | undefined;
  /** 100 when absent. */
  readonly limit?: number | undefined;
}

/** What changed and why, the newest first. */
export async function fleetChanges(
  store: FleetReader,
  { host, item, label, kind, from, before, after, limit = 100 }: ChangeFilter = {},
): Promise<readonly FleetChange[]> {
  return store.read((db) =>
    db
      .selectFrom('fleet_change')
      .select(['host', 'seq', 'at', 'kind', 'item', 'subject', 'was', 'now', 'cause'])
      .$if(host !== undefined, (query) => query.where('host', '=', host ?? ''))
      .$if(item !== undefined, (query) => query.where('item', '=', item ?? ''))
      .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'control'))
      .$if(from !== undefined, (query) => query.where('at', '>=', from ?? ''))
      .$if(before !== undefined, (query) => query.where('at', '<', before ?? ''))
      .$if(after !== undefined, (query) =>
        query
          .where('at', '<=', after?.at ?? '')
          .where((each) =>
            each.or([
              each('at', '<', after?.at ?? ''),
              each('host', '>', after?.host ?? ''),
              each.and([
                each('host', '=', after?.host ?? ''),
                each.or([
                  each('item', '>', after?.item ?? ''),
                  each.and([
                    each('item', '=', after?.item ?? ''),
                    each('subject', '>', after?.subject ?? ''),
                  ]),
                ]),
              ]),
            ]),
          ),
      )
      .$if(label !== undefined, (query) =>
        query.where('host', 'in', (each) =>
          each
            .selectFrom('fleet_scope')
            .select('host')
            .where('scope', '=', label ?? ''),
        ),
      )
      .orderBy('at', 'desc')
      .orderBy('host')
      .orderBy('item')
      .orderBy('subject')
      .limit(limit)
      .execute(),
  );
}

/** A reading that was put aside, without its content. */
export type ParkedReading = Omit<FleetTables['fleet_parked'], 'content'>;

/** Readings that were put aside, the newest first. */
export async function parkedReadings(
  store: FleetReader,
  { host, limit = 100 }: { readonly host?: string | undefined; readonly limit?: number } = {},
): Promise<readonly ParkedReading[]> {
  return store.read((db) =>
    db
      .selectFrom('fleet_parked')
      .select(['host', 'seq', 'reason', 'at', 'detail', 'times'])
      .$if(host !== undefined, (query) => query.where('host', '=', host ?? ''))
      .orderBy('at', 'desc')
      .limit(limit)
      .execute(),
  );
}

/** What is known to be missing. */
export type FleetGap = FleetTables['fleet_gap'];

/** What is known to be missing of a host, or of all, the newest first. */
export async function fleetGaps(
  store: FleetReader,
  { host, limit = 100 }: { readonly host?: string | undefined; readonly limit?: number } = {},
): Promise<readonly FleetGap[]> {
  return store.read((db) =>
    db
      .selectFrom('fleet_gap')
      .select(['host', 'kind', 'from_at', 'to_at', 'from_seq', 'to_seq', 'detail'])
      .$if(host !== undefined, (query) => query.where('host', '=', host ?? ''))
      .orderBy('to_at', 'desc')
      .limit(limit)
      .execute(),
  );
}

/** A checkpoint of all chains in the ledger. */
export type FleetCheckpoint = Omit<FleetTables['fleet_checkpoint'], 'content'>;

/** Checkpoints, the newest first. */
export async function fleetCheckpoints(
  store: FleetReader,
  limit = 24,
): Promise<readonly FleetCheckpoint[]> {
  return store.read((db) =>
    db
      .selectFrom('fleet_checkpoint')
      .select(['at', 'root', 'hosts', 'ledger_seq'])
      .orderBy('at', 'desc')
      .limit(limit)
      .execute(),
  );
}
