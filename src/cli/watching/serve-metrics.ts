import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { PlimsollError } from '../../core/errors.ts';
import type { WatchGap, WatchReading } from '../../watch.ts';
import { text, type Text } from '../../index.ts';

/** What a watch has come to, as Prometheus reads it. */
export interface WatchMetrics {
  readonly onReading: (reading: WatchReading) => void;
  readonly onGap: (gap: WatchGap) => void;
  /** The text of the exposition format. */
  readonly text: () => string;
}

/** Begins to count. */
export function createMetrics(): WatchMetrics {
  let latest: WatchReading | undefined;
  const readings = new Map<string, number>();
  const blindSince = new Map<string, number>();
  let [events, blindSeconds, missed] = [0, 0, 0];
  return {
    onReading: (reading) => {
      latest = reading;
      events += reading.eventCount;
      readings.set(reading.reason, (readings.get(reading.reason) ?? 0) + 1);
    },
    onGap: (gap) => {
      if (gap.kind === 'missed') missed += gap.endpoints.length;
      else if (gap.to === null) blindSince.set(gap.target, Date.parse(gap.from));
      else {
        blindSince.delete(gap.target);
        blindSeconds += (Date.parse(gap.to) - Date.parse(gap.from)) / 1_000;
      }
    },
    text: () => {
      const now = Date.now();
      const still = [...blindSince.values()].reduce((sum, from) => sum + (now - from) / 1_000, 0);
      const at = latest ? Date.parse(latest.assessment.collectedAt) / 1_000 : 0;
      return [
        family('plimsoll_findings', 'gauge', 'Findings by control and status', findingsOf(latest)),
        family(
          'plimsoll_last_reading_timestamp_seconds',
          'gauge',
          'When the last reading began; 0 before the first',
          [['', at]],
        ),
        family(
          'plimsoll_readings_total',
          'counter',
          'Readings by their reason',
          Array.from(readings, ([reason, count]) => [labels({ reason }), count]),
        ),
        family('plimsoll_events_total', 'counter', 'Events that engines reported', [['', events]]),
        family('plimsoll_blind', 'gauge', 'Engines that report nothing now', [
          ['', blindSince.size],
        ]),
        family(
          'plimsoll_blind_seconds_total',
          'counter',
          'Seconds in which an engine reported nothing',
          [['', blindSeconds + Math.max(0, still)]],
        ),
        family(
          'plimsoll_unreported_changes_total',
          'counter',
          'Changes that the engine did not report',
          [['', missed]],
        ),
      ].join('');
    },
  };
}

type Sample = readonly [labels: string, value: number];

const family = (name: string, type: string, help: string, samples: readonly Sample[]): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([of, value]) => `${name}${of} ${value}`),
    '',
  ].join('\n');

function findingsOf(reading: WatchReading | undefined): readonly Sample[] {
  const counts = new Map<string, number>();
  for (const { controlId, status, severity, waiver } of reading?.assessment.findings ?? []) {
    const state = status === 'fail' && waiver !== undefined ? 'waived' : status;
    const of = labels({ control: controlId, severity, status: state });
    counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  return [...counts];
}

const labels = (of: Readonly<Record<string, string>>): string =>
  `{${Object.entries(of)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')}}`;

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/**
 * Serves metrics at `HOST:PORT` under `/metrics`; a host that is not named is 127.0.0.1.
 *
 * @throws PlimsollError `option-invalid` when it cannot listen there
 */
export async function serveMetrics(
  address: string,
  { text: written }: WatchMetrics,
): Promise<Server> {
  const [, host = '', port = ''] = /^(?:(.*):)?(\d{1,5})$/.exec(address) ?? [];
  if (port === '' || Number(port) > 65_535) {
    throw refused(address, text('it is no HOST:PORT', '不是 HOST:PORT'));
  }
  const server = createServer(({ method, url }, answer) => {
    const isAsked = method === 'GET' && url === '/metrics';
    answer.writeHead(isAsked ? 200 : 404, {
      'content-type': isAsked ? 'text/plain; version=0.0.4; charset=utf-8' : 'text/plain',
    });
    answer.end(isAsked ? written() : 'See /metrics\n');
  });
  server.listen(Number(port), host.replace(/^\[(.*)\]$/, '$1') || '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const why = (error as Error).message;
    throw refused(address, text(why, why));
  }
  return server;
}

const refused = (address: string, why: Text): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text(`--metrics ${address}: ${why.en}.`, `--metrics ${address}：${why.zh}。`),
    {
      hint: text(
        'Name an address that is free: --metrics 127.0.0.1:9327',
        '请指明空闲的地址：--metrics 127.0.0.1:9327',
      ),
    },
  );
