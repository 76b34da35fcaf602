import { labelsOf, type Labels } from './hosts.ts';
import type { FleetReader } from './open-fleet-store.ts';
import type { FleetTables } from './tables.ts';

/** How a host is: heard, not heard for too long, never heard since it enrolled, retired, or with an alarm that a person looks into. */
export const hostConditions = ['heard', 'silent', 'never-heard', 'retired', 'alarm'] as const;

/** One of {@link hostConditions}. */
export type HostCondition = (typeof hostConditions)[number];

/** A host of the fleet. */
export interface FleetHost {
  readonly host: string;
  readonly labels: Labels;
  readonly condition: HostCondition;
  readonly enrolledAt: string;
  readonly retiredAt: string | null;
  /** Readings that were taken in; holes count. */
  readonly lastSeq: number;
  /** When it was heard of last, by the hub's clock. */
  readonly seenAt: string | null;
  /** When its last reading was made, by its own. */
  readonly collectedAt: string | null;
  readonly silentSince: string | null;
  /** Milliseconds that its clock is behind, negative where it is ahead; 0 below a minute. */
  readonly skewMs: number;
  /** The version of its agent. */
  readonly tool: string;
  readonly alarm: string | null;
}

/** Which hosts are wanted. */
export interface HostFilter {
  /** `env=prod`; absent means all. */
  readonly label?: string | undefined;
  readonly condition?: HostCondition | undefined;
  /** Names that contain this. */
  readonly contains?: string | undefined;
  /** Names after this one, to go on from page to page. */
  readonly after?: string | undefined;
  /** 100 when absent. */
  readonly limit?: number | undefined;
}

/** Hosts in the order of their names. */
export async function fleetHosts(
  store: FleetReader,
  { label, condition, contains, after = '', limit = 100 }: HostFilter = {},
): Promise<readonly FleetHost[]> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_host')
      .selectAll()
      .where('id', '>', after)
      .$if(label !== undefined, (query) =>
        query.where('id', 'in', (each) =>
          each
            .selectFrom('fleet_scope')
            .select('host')
            .where('scope', '=', label ?? ''),
        ),
      )
      .$if(contains !== undefined, (query) =>
        query.where('id', 'like', `%${(contains ?? '').replaceAll(/[^A-Za-z0-9-]/g, '_')}%`),
      )
      .$if(condition !== undefined && condition !== 'retired', (query) =>
        query.where('retired_at', 'is', null),
      )
      .$if(condition === 'retired', (query) => query.where('retired_at', 'is not', null))
      .$if(condition === 'alarm', (query) => query.where('alarm', 'is not', null))
      .$if(condition === 'silent', (query) =>
        query.where('seen_at', 'is not', null).where('silent_since', 'is not', null),
      )
      .$if(condition === 'never-heard', (query) => query.where('seen_at', 'is', null))
      .$if(condition === 'heard', (query) =>
        query.where('seen_at', 'is not', null).where('silent_since', 'is', null),
      )
      .orderBy('id')
      .limit(limit)
      .execute(),
  );
  return rows.map(hostOf);
}

/** One host; `undefined` where there is none. */
export async function fleetHost(store: FleetReader, host: string): Promise<FleetHost | undefined> {
  const row = await store.read((db) =>
    db.selectFrom('fleet_host').selectAll().where('id', '=', host).executeTakeFirst(),
  );
  return row && hostOf(row);
}

const hostOf = (row: FleetTables['fleet_host']): FleetHost => ({
  host: row.id,
  labels: labelsOf(row.labels),
  condition: conditionOf(row),
  enrolledAt: row.enrolled_at,
  retiredAt: row.retired_at,
  lastSeq: row.last_seq,
  seenAt: row.seen_at,
  collectedAt: row.collected_at,
  silentSince: row.silent_since,
  skewMs: row.skew_ms,
  tool: row.tool,
  alarm: row.alarm,
});

function conditionOf(row: FleetTables['fleet_host']): HostCondition {
  if (row.retired_at !== null) return 'retired';
  if (row.alarm !== null) return 'alarm';
  if (row.seen_at === null) return 'never-heard';
  return row.silent_since === null ? 'heard' : 'silent';
}

/** How many hosts are how; those with an alarm are heard or silent as well. */
export async function hostCounts(
  store: FleetReader,
  label?: string,
): Promise<Readonly<Record<HostCondition, number>>> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_host')
      .select(({ fn, eb }) => [
        eb('retired_at', 'is', null).as('is_active'),
        eb('seen_at', 'is', null).as('is_new'),
        eb('silent_since', 'is', null).as('is_heard'),
        eb('alarm', 'is', null).as('is_calm'),
        fn.countAll<number | string>().as('n'),
      ])
      .$if(label !== undefined, (query) =>
        query.where('id', 'in', (each) =>
          each
            .selectFrom('fleet_scope')
            .select('host')
            .where('scope', '=', label ?? ''),
        ),
      )
      .groupBy(['is_active', 'is_new', 'is_heard', 'is_calm'])
      .execute(),
  );
  const counts = { heard: 0, silent: 0, 'never-heard': 0, retired: 0, alarm: 0 };
  for (const row of rows) {
    const n = Number(row.n);
    if (!row.is_active) {
      counts.retired += n;
      continue;
    }
    if (!row.is_calm) counts.alarm += n;
    counts[row.is_new ? 'never-heard' : row.is_heard ? 'heard' : 'silent'] += n;
  }
  return counts;
}

/** All labels of hosts, as `env=prod`, with how many hosts have each. */
export async function fleetLabels(
  store: FleetReader,
): Promise<readonly { readonly label: string; readonly hosts: number }[]> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_scope')
      .select(({ fn }) => ['scope', fn.countAll<number | string>().as('n')])
      .where('scope', '<>', '')
      .groupBy('scope')
      .orderBy('scope')
      .execute(),
  );
  return rows.map(({ scope, n }) => ({ label: scope, hosts: Number(n) }));
}
