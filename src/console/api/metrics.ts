import { fleetCheckpoints, parkedReadings } from '../../evidence/fleet/query-events.ts';
import { hostConditions, hostCounts } from '../../evidence/fleet/query-hosts.ts';
import { fleetTotals } from '../../evidence/fleet/query-standings.ts';
import type { FleetReader } from '../../evidence/fleet/open-fleet-store.ts';

const escaped = (value: string): string =>
  value.replaceAll(/[\\"\n]/g, (each) => (each === '\n' ? '\\n' : `\\${each}`));

/** What a monitor asks for, in the text format of Prometheus. */
export async function writeMetrics(store: FleetReader): Promise<string> {
  const [hosts, totals, parked, checkpoints] = await Promise.all([
    hostCounts(store),
    fleetTotals(store, { kind: 'control' }),
    parkedReadings(store, { limit: 1_000 }),
    fleetCheckpoints(store, 1),
  ]);
  const last = checkpoints[0];
  const family = (
    name: string,
    help: string,
    rows: readonly (readonly [labels: string, value: number])[],
  ): readonly string[] =>
    rows.length === 0
      ? []
      : [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} gauge`,
          ...rows.map(([labels, value]) => `${name}${labels} ${value}`),
        ];
  return [
    ...family(
      'plimsoll_hosts',
      'Hosts by condition; those with an alarm are heard or silent as well.',
      hostConditions.map((each) => [`{condition="${each}"}`, hosts[each]]),
    ),
    ...family(
      'plimsoll_control_hosts',
      'Hosts by control and status; silent hosts count as silent.',
      totals.flatMap(({ item, hosts: of }) =>
        Object.entries(of).map(
          ([status, n]) => [`{control="${escaped(item)}",status="${escaped(status)}"}`, n] as const,
        ),
      ),
    ),
    ...family('plimsoll_parked_readings', 'Readings that were put aside, at most 1000.', [
      ['', parked.length],
    ]),
    ...family(
      'plimsoll_checkpoint_timestamp_seconds',
      'When the ends of all chains were last written into the ledger.',
      last ? [['', Date.parse(last.at) / 1_000]] : [],
    ),
    '',
  ].join('\n');
}
