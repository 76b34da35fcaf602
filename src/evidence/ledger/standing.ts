import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import { severities } from '../../core/controls/severity.ts';
import { frameworkKey } from '../../core/frameworks/framework-key.ts';
import { requirementStatuses, type Tally } from '../../core/frameworks/rollup.ts';
import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import type { Counts, EntryRow } from './tables.ts';

const count = z.number().int().nonnegative();

const standingSchema = z.object({
  controls: z.record(
    z.string(),
    z.object({
      severity: z.enum(severities),
      pass: count,
      fail: count,
      waived: count,
      unknown: count,
      error: count,
      notApplicable: count,
      manual: count,
    }),
  ),
  frameworks: z.record(z.string(), z.partialRecord(z.enum(requirementStatuses), count)),
});

/** Where each control and each framework stood in one assessment: what a period report reads. */
export type Standing = Readonly<z.output<typeof standingSchema>>;

/** How one control stood: findings by status. */
export type ControlStanding = Standing['controls'][string];

/** Reads a standing that was stored. */
export const parseStanding = (text: string): Standing => standingSchema.parse(parseJsonText(text));

/** A tally as a ledger keeps it: what holds no longer is as good as unknown. */
function keptOf({ compensated: _, stale, ...tally }: Tally): Omit<Tally, 'compensated' | 'stale'> {
  return { ...tally, unknown: tally.unknown + stale };
}

/** Draws the standing out of an assessment. */
export const standingOf = ({ catalog, frameworks }: Assessment): Standing => ({
  controls: Object.fromEntries(
    catalog.controls.map(({ id, severity, tally }) => [id, { severity, ...keptOf(tally) }]),
  ),
  frameworks: Object.fromEntries(frameworks.map((each) => [frameworkKey(each), each.summary])),
});

/** Counts an assessment as history and trend show it. */
export function countsOf({ summary }: Assessment): Counts {
  const { notApplicable, ...tally } = keptOf(summary.tally);
  return {
    findings: summary.findings,
    ...tally,
    not_applicable: notApplicable,
    ...summary.failures,
  };
}

/** Kinds with one subject on each machine, whose id stays the same. */
const anchors = ['host', 'engine'];

/**
 * What was scanned: the system, the targets, and the machines behind them, since many machines have an engine
 * at the same socket. Assessments of the same things are one series; those that are limited to a part are another.
 *
 * @param whole whether the series is meant that has everything which was judged
 */
export function seriesOf(
  { system, targets, findings, scope }: Assessment,
  whole = false,
): Pick<EntryRow, 'series' | 'label'> {
  const machines = new Map<string, string>();
  const { outside: { machines: others } = { machines: [] }, ...limits } = scope ?? {};
  for (const subject of [...findings.map((each) => each.subject), ...others]) {
    if (anchors.includes(subject.kind) && subject.id !== '*') {
      machines.set(canonicalJson([subject.target, subject.kind, subject.id]), subject.name);
    }
  }
  const ids = targets.map(({ id }) => id).sort();
  const identity = {
    system: system?.name,
    targets: ids,
    machines: [...machines.keys()].sort(),
    ...(scope && !whole ? { scope: limits } : {}),
  };
  const names = [...new Set(machines.values())].sort().join(', ');
  const label = [
    system?.name,
    ids.join(' + '),
    names === '' ? undefined : `(${names})`,
    ...(scope && !whole ? Object.values(limits).map((part) => part?.join(' ')) : []),
  ];
  return {
    series: sha256(canonicalJson(identity)).slice(0, 12),
    label: label.filter((part) => part !== undefined && part !== '').join(' '),
  };
}
