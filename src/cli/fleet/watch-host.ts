import type { Blind, WatchHost } from '../../agent.ts';
import type { LoadedConfig } from '../../config.ts';
import { inLanguage } from '../../report.ts';
import type { WatchGap, WatchReading } from '../../watch.ts';

/** How a host is watched. */
export interface WatchedHost {
  /** As the command line names them; none means the local engine and this host. */
  readonly targets: readonly string[];
  readonly config: LoadedConfig;
  /** Seconds between readings of everything. */
  readonly interval: number;
  /** With which secrets get their fingerprints; the same each time, or they would look changed. */
  readonly fingerprintKey: Buffer;
}

/** Watches engines and this host for an agent, as `plimsoll watch` does. */
export function watchHost({ targets, config, interval, fingerprintKey }: WatchedHost): WatchHost {
  return async ({ signal, onReading, onBlind }) => {
    const { watchEngine } = await import('../../watch.ts');
    await watchEngine(targets.length > 0 ? targets : undefined, {
      config,
      interval,
      fingerprintKey,
      signal,
      onReading: ({ snapshot, assessment, reason, events }) =>
        onReading({
          snapshot,
          assessment,
          reason: reasons[reason],
          events: events.map(({ at, type, action, id }) => ({ at, type, action, id })),
        }),
      onGap: (gap) => {
        const blind = blindOf(gap);
        if (blind) onBlind(blind);
      },
    });
  };
}

const reasons = {
  start: 'start',
  reconnect: 'interval',
  interval: 'interval',
  event: 'event',
  settling: 'event',
} as const satisfies Record<WatchReading['reason'], string>;

/** A time of blindness is said once it is over. */
function blindOf(gap: WatchGap): Blind | undefined {
  if (gap.kind === 'missed') {
    const detail = gap.endpoints.join(' ').slice(0, 1_000);
    return { kind: 'missed', from: gap.at, to: gap.at, detail };
  }
  if (gap.to === null) return undefined;
  const detail = `${gap.target}: ${inLanguage(gap.why, 'en')}`.slice(0, 1_000);
  return { kind: 'blind', from: gap.from, to: gap.to, detail };
}
