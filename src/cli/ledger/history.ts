import type { LoadedConfig } from '../../config.ts';
import type { Assessment } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import {
  openLedger,
  readPeriod,
  readTrend,
  seriesOf,
  steps,
  type Ledger,
  type TrendPoint,
} from '../../ledger.ts';
import type { HistoryOptions, TimeSpan } from '../../report.ts';
import { holdToChain } from './hold-to-chain.ts';
import { holdToLedger } from './ledger-options.ts';
import { ledgerLocation } from './ledger.ts';
import type { SharedOptions } from '../options/options.ts';

/** What a report of a period is about where nobody says. */
const usualDays = 90;

const dayMs = 86_400_000;

/** More points than this are hard to read; then the last of each day, week or month counts. */
const mostPoints = 31;

/**
 * Reads out of the ledger how the scans of the same targets went, up to an assessment; nothing where nobody named a
 * ledger, or where the one of the configuration was not made yet.
 *
 * @throws PlimsollError `option-invalid` for a period without a ledger, and what reading a ledger throws
 */
export async function readHistory(
  assessment: Assessment,
  options: SharedOptions,
  config: LoadedConfig,
): Promise<HistoryOptions | undefined> {
  const location = ledgerLocation(options, config);
  if (location === undefined) {
    holdToLedger(options, config);
    return undefined;
  }
  const ledger = await openWhereThere(location, options.ledger !== undefined);
  if (!ledger) return undefined;
  try {
    await holdToChain(ledger);
    return await historyOf(ledger, assessment, spanOf(assessment, options.period));
  } finally {
    await ledger.close();
  }
}

async function openWhereThere(location: string, asked: boolean): Promise<Ledger | undefined> {
  try {
    return await openLedger(location, { now: new Date() });
  } catch (error) {
    const absent = error instanceof PlimsollError && error.code === 'ledger-not-found';
    if (absent && !asked) return undefined;
    throw error;
  }
}

function spanOf({ collectedAt }: Assessment, period: SharedOptions['period']): TimeSpan {
  if (period !== undefined && 'from' in period) return period;
  const ms = (period?.days ?? usualDays) * dayMs;
  return { from: new Date(Date.parse(collectedAt) - ms).toISOString(), to: collectedAt };
}

async function historyOf(
  ledger: Ledger,
  assessment: Assessment,
  span: TimeSpan,
): Promise<HistoryOptions> {
  const { series, label } = seriesOf(assessment, true);
  const [period] = await readPeriod(ledger, span, series);
  return {
    ...span,
    label: period?.label ?? label,
    points: await pointsOf(ledger, { ...span, series }),
    scans: period?.scans ?? 0,
    gaps: period?.gaps ?? [],
    controls: period?.controls ?? [],
  };
}

async function pointsOf(
  ledger: Ledger,
  filter: TimeSpan & { readonly series: string },
): Promise<readonly TrendPoint[]> {
  let points: readonly TrendPoint[] = [];
  for (const step of steps) {
    const [trend] = await readTrend(ledger, filter, step);
    points = trend?.points ?? [];
    if (points.length <= mostPoints) break;
  }
  return points;
}
