import { fleetStandingOf, standingBody } from '../../core/fleet/standing.ts';
import type { FleetJudge } from './accept.ts';
import { readBodies } from './bodies.ts';
import type { FleetProblem } from './fleet-problem.ts';
import type { FleetStore } from './open-fleet-store.ts';
import { rebuildSnapshot, readingAt } from './rebuild.ts';
import { parseFleetStanding } from './stand.ts';

/** Holds where a host is said to stand to verdicts that are made anew. */
export async function recompute(
  store: FleetStore,
  host: string,
  { judge, catalog }: FleetJudge,
): Promise<readonly FleetProblem[]> {
  try {
    const { snapshot, reading } = await rebuildSnapshot(store, host);
    const { seq } = reading;
    const row = await store.read((db) =>
      db
        .selectFrom('fleet_reading')
        .select('catalog')
        .where('host', '=', host)
        .where('seq', '=', seq)
        .executeTakeFirst(),
    );
    // Another catalog comes to other verdicts.
    if (row?.catalog !== catalog) return [];
    const { hash } = standingBody(fleetStandingOf(judge(snapshot)));
    if (hash !== reading.standing) {
      return [
        { host, seq, problem: 'its verdicts, made anew, are other than those that are kept' },
      ];
    }
    return await checkStates(store, host, reading.standing, seq);
  } catch (error) {
    const seq = await readingAt(store, host).then(
      (reading) => reading.seq,
      () => 0,
    );
    return [{ host, seq, problem: error instanceof Error ? error.message : String(error) }];
  }
}

async function checkStates(
  store: FleetStore,
  host: string,
  hash: string,
  seq: number,
): Promise<readonly FleetProblem[]> {
  return store.read(async (db) => {
    const kept = await readBodies(db, [hash]);
    const { controls, requirements } = parseFleetStanding(kept.get(hash) ?? '');
    const expected = new Map([
      ...Object.entries(controls).map(([item, { status }]) => [item, status] as const),
      ...Object.entries(requirements),
    ]);
    const rows = await db
      .selectFrom('fleet_state')
      .select(['item', 'status'])
      .where('host', '=', host)
      .execute();
    const isSame =
      rows.length === expected.size &&
      rows.every(({ item, status }) => expected.get(item) === status);
    return isSame
      ? []
      : [{ host, seq, problem: 'what is shown of it is not what its verdicts say' }];
  });
}

/** Holds the totals to a count. */
export async function checkTotals(store: FleetStore): Promise<readonly FleetProblem[]> {
  return store.read(async (db) => {
    const counted = await db
      .selectFrom('fleet_state')
      .innerJoin('fleet_scope', 'fleet_scope.host', 'fleet_state.host')
      .innerJoin('fleet_host', 'fleet_host.id', 'fleet_state.host')
      .select(({ fn, eb }) => [
        'fleet_scope.scope as scope',
        'fleet_state.item as item',
        eb
          .case()
          .when('fleet_host.silent_since', 'is', null)
          .then(eb.ref('fleet_state.status'))
          .else('silent')
          .end()
          .as('stands'),
        fn.countAll<number | string>().as('n'),
      ])
      .groupBy(['scope', 'item', 'stands'])
      .execute();
    const totals = await db
      .selectFrom('fleet_total')
      .select(['scope', 'item', 'status', 'n'])
      .where('n', '<>', 0)
      .execute();
    const key = (...of: readonly string[]): string => of.join('\0');
    const expected = new Map(
      counted.map(({ scope, item, stands, n }) => [key(scope, item, stands), Number(n)]),
    );
    const wrong = totals.find(
      ({ scope, item, status, n }) => expected.get(key(scope, item, status)) !== n,
    );
    const isSame = !wrong && totals.length === expected.size;
    const of = wrong ? ` of ${wrong.item}` : '';
    return isSame
      ? []
      : [{ host: '', seq: 0, problem: `the totals${of} are not what a count says` }];
  });
}
