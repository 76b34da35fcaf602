import type { FleetJudge } from './accept.ts';
import { checkBodies } from './check-bodies.ts';
import { checkChain } from './check-chain.ts';
import { checkCheckpoints } from './check-checkpoints.ts';
import { checkTotals, recompute } from './check-shown.ts';
import type { FleetProblem } from './fleet-problem.ts';
import type { FleetStore } from './open-fleet-store.ts';

/** What a fleet's evidence came to when it was gone through. */
export interface FleetCheck {
  readonly hosts: number;
  readonly readings: number;
  readonly bodies: number;
  readonly checkpoints: number;
  /** Hosts whose verdicts were made anew; 0 where that was not asked for. */
  readonly recomputed: number;
  readonly problems: readonly FleetProblem[];
}

/**
 * Goes through all evidence of a fleet: every body is held to its hash, every statement to its signature and to the one before,
 * every checkpoint to the ledger, which is verified itself.
 *
 * @param judge makes the verdicts of the last reading of each host anew and holds what is shown to them; absent leaves that out
 */
export async function checkFleet(store: FleetStore, judge?: FleetJudge): Promise<FleetCheck> {
  const problems: FleetProblem[] = [];
  const hosts = await store.read((db) =>
    db
      .selectFrom('fleet_host')
      .select(['id', 'key', 'last_seq', 'retired_at'])
      .orderBy('id')
      .execute(),
  );
  let readings = 0;
  let recomputed = 0;
  for (const host of hosts) {
    const { count, found } = await checkChain(store, host);
    readings += count;
    problems.push(...found);
    if (judge && host.retired_at === null && count > 0) {
      problems.push(...(await recompute(store, host.id, judge)));
      recomputed += 1;
    }
  }
  if (judge) problems.push(...(await checkTotals(store)));
  const bodies = await checkBodies(store, problems);
  const checkpoints = await checkCheckpoints(store, problems);
  return { hosts: hosts.length, readings, bodies, checkpoints, recomputed, problems };
}
