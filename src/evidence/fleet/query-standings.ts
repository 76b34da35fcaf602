import type { FailingSubject } from '../../core/fleet/standing.ts';
import { readBodies } from './bodies.ts';
import type { FleetReader } from './open-fleet-store.ts';
import { parseFleetStanding } from './stand.ts';
import type { ItemKind } from './tables.ts';

/** How many hosts stand where in one control or requirement; the status `silent` is that of hosts which are not heard. */
export interface FleetTotal {
  readonly kind: ItemKind;
  /** A control's id, or `FRAMEWORK@LEVEL ID` of a requirement. */
  readonly item: string;
  readonly hosts: Readonly<Record<string, number>>;
}

/** Which totals are wanted. */
export interface TotalFilter {
  /** `env=prod`; absent means the whole fleet. */
  readonly label?: string | undefined;
  readonly kind?: ItemKind | undefined;
  /** The key of a framework, as `pci-dss-4.0.1`: its requirements alone. */
  readonly framework?: string | undefined;
  /** One control or requirement alone. */
  readonly item?: string | undefined;
}

/** Where the fleet stands, in the order of the names of controls and requirements. */
export async function fleetTotals(
  store: FleetReader,
  { label = '', kind, framework, item: wanted }: TotalFilter = {},
): Promise<readonly FleetTotal[]> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_total')
      .select(['kind', 'item', 'status', 'n'])
      .where('scope', '=', label)
      .where('n', '<>', 0)
      .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'control'))
      .$if(framework !== undefined, (query) =>
        // Up to the character after the space, so that no name is a pattern.
        query.where('item', '>=', `${framework} `).where('item', '<', `${framework}!`),
      )
      .$if(wanted !== undefined, (query) => query.where('item', '=', wanted ?? ''))
      .orderBy('item')
      .execute(),
  );
  const totals = new Map<string, { kind: ItemKind; item: string; hosts: Record<string, number> }>();
  for (const { kind: of, item, status, n } of rows) {
    const total = totals.get(item) ?? { kind: of, item, hosts: {} };
    total.hosts[status] = n;
    totals.set(item, total);
  }
  return [...totals.values()];
}

/** Of each label, how many controls of its hosts stand where, all added up. */
export async function labelTotals(
  store: FleetReader,
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_total')
      .select(({ fn }) => ['scope', 'status', fn.sum<number | string>('n').as('n')])
      .where('kind', '=', 'control')
      .where('scope', '<>', '')
      .groupBy(['scope', 'status'])
      .execute(),
  );
  const totals = new Map<string, Record<string, number>>();
  for (const { scope, status, n } of rows) {
    totals.set(scope, { ...totals.get(scope), [status]: Number(n) });
  }
  return totals;
}

/** Where one host stands in one control or requirement. */
export interface HostState {
  readonly host: string;
  readonly kind: ItemKind;
  readonly item: string;
  readonly status: string;
  /** Subjects that fail. */
  readonly failing: number;
  /** Since when, ISO 8601 UTC. */
  readonly since: string;
  /** Whether the host is not heard any more, so that this is what was known last. */
  readonly isSilent: boolean;
}

/** Which hosts of a control are wanted. */
export interface ItemFilter {
  readonly label?: string | undefined;
  /** `fail`, …, or `silent`. */
  readonly status?: string | undefined;
  readonly after?: string | undefined;
  /** 100 when absent. */
  readonly limit?: number | undefined;
}

/** A control or a requirement over the hosts, in the order of their names. */
export async function itemHosts(
  store: FleetReader,
  item: string,
  { label, status, after = '', limit = 100 }: ItemFilter = {},
): Promise<readonly HostState[]> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_state')
      .innerJoin('fleet_host', 'fleet_host.id', 'fleet_state.host')
      .select(['host', 'kind', 'item', 'status', 'failing', 'since', 'silent_since'])
      .where('item', '=', item)
      .where('host', '>', after)
      .$if(status === 'silent', (query) => query.where('silent_since', 'is not', null))
      .$if(status !== undefined && status !== 'silent', (query) =>
        query.where('status', '=', status ?? '').where('silent_since', 'is', null),
      )
      .$if(label !== undefined, (query) =>
        query.where('host', 'in', (each) =>
          each
            .selectFrom('fleet_scope')
            .select('host')
            .where('scope', '=', label ?? ''),
        ),
      )
      .orderBy('host')
      .limit(limit)
      .execute(),
  );
  return rows.map(({ silent_since: silent, ...row }) => ({ ...row, isSilent: silent !== null }));
}

/** Everything in which a host stands, in the order of the names of controls and requirements. */
export async function hostStates(store: FleetReader, host: string): Promise<readonly HostState[]> {
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_state')
      .innerJoin('fleet_host', 'fleet_host.id', 'fleet_state.host')
      .select(['host', 'kind', 'item', 'status', 'failing', 'since', 'silent_since'])
      .where('host', '=', host)
      .orderBy('item')
      .execute(),
  );
  return rows.map(({ silent_since: silent, ...row }) => ({ ...row, isSilent: silent !== null }));
}

/** The subjects of a host that fail, by control. */
export async function failingSubjects(
  store: FleetReader,
  host: string,
): Promise<Readonly<Record<string, readonly FailingSubject[]>>> {
  return store.read(async (db) => {
    const row = await db
      .selectFrom('fleet_host')
      .select('standing')
      .where('id', '=', host)
      .executeTakeFirst();
    if (!row || row.standing === '') return {};
    const text = (await readBodies(db, [row.standing])).get(row.standing) ?? '';
    const { controls } = parseFleetStanding(text);
    return Object.fromEntries(
      Object.entries(controls)
        .filter(([, { failing }]) => failing.length > 0)
        .map(([control, { failing }]) => [control, failing]),
    );
  });
}

/** How controls stood at the end of a day. */
export interface FleetDay {
  /** `2026-12-01` */
  readonly day: string;
  /** Controls of one host, or of all hosts added up, by status. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * How it went, day by day, the oldest first; a host has only days on which something changed.
 *
 * @param of a host, a label as `env=prod`, or the whole fleet
 */
export async function fleetDays(
  store: FleetReader,
  of: { readonly host?: string; readonly label?: string; readonly from?: string } = {},
): Promise<readonly FleetDay[]> {
  const scope = of.host === undefined ? (of.label ?? '') : `host:${of.host}`;
  const rows = await store.read((db) =>
    db
      .selectFrom('fleet_day')
      .select(['day', 'status', 'n'])
      .where('scope', '=', scope)
      .$if(of.from !== undefined, (query) => query.where('day', '>=', of.from ?? ''))
      .orderBy('day')
      .execute(),
  );
  const days = new Map<string, Record<string, number>>();
  for (const { day, status, n } of rows) days.set(day, { ...days.get(day), [status]: n });
  return Array.from(days, ([day, counts]) => ({ day, counts }));
}
