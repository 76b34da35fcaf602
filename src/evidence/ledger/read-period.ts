import { PlimsollError } from '../../core/errors.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { sha256 } from '../../syntax/json/canonical-json.ts';
import { readEntries, type LedgerEntry } from './entries.ts';
import type { Ledger } from './open-ledger.ts';
import { reportPeriod, type Scan, type SeriesPeriod, type Span } from './period.ts';
import { parseStanding, type Standing } from './standing.ts';
import { text, type Text } from '../../core/text.ts';

/**
 * Reports on every series that was scanned in a period, or had been scanned before it.
 *
 * @throws PlimsollError `option-invalid` when the period ends before it begins, `ledger-invalid` when a standing is not
 * what was written, or is missing
 */
export async function readPeriod(
  ledger: Ledger,
  period: Span,
  series?: string,
): Promise<readonly SeriesPeriod[]> {
  if (period.to <= period.from) {
    throw new PlimsollError(
      'option-invalid',
      text(
        `The period ends at ${period.to}, which is not after its start, ${period.from}.`,
        `时段结束于 ${period.to}，并不晚于其开始 ${period.from}。`,
      ),
      {
        hint: text(
          'For example: plimsoll period --from 2026-07-01 --to 2026-09-30',
          '例如：plimsoll period --from 2026-07-01 --to 2026-09-30',
        ),
      },
    );
  }
  const entries = await readEntries(ledger, { to: period.to, series });
  const scans = entries.filter(({ kind }) => kind === 'assessment');
  if (scans.length === 0) return [];
  const bySeries = groupBy(scans, (entry) => entry.series);
  const wanted = [...bySeries.values()].flatMap((all) => relevant(all, period));
  const standings = await standingsOf(
    ledger,
    wanted.map(({ seq }) => seq),
  );
  return [...bySeries].map(([id, all]) => {
    const stood = relevant(all, period).flatMap(({ seq, collectedAt }): readonly Scan[] => {
      const standing = standings.get(seq);
      if (standing === undefined) throw noStanding(ledger.place);
      return [{ seq, collectedAt, standing }];
    });
    return reportPeriod({ series: id, label: all.at(-1)?.label ?? '' }, stood, period);
  });
}

/** The scans of a period, and the last one before it. */
function relevant(entries: readonly LedgerEntry[], { from }: Span): readonly LedgerEntry[] {
  const earlier = entries.filter(({ collectedAt }) => collectedAt < from);
  const before = earlier.toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1)).at(-1);
  const within = entries.filter(({ collectedAt }) => collectedAt >= from);
  return before === undefined ? within : [before, ...within];
}

/** The standings of scans; those that several scans share are read once. */
function standingsOf(
  ledger: Ledger,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, Standing>> {
  return ledger.read(async (db) => {
    const from = seqs.reduce((a, b) => Math.min(a, b));
    const to = seqs.reduce((a, b) => Math.max(a, b));
    const entries = db
      .selectFrom('plimsoll_entry')
      .where('seq', '>=', from)
      .where('seq', '<=', to)
      .where('kind', '=', 'assessment');
    const pairs = await entries.select(['seq', 'standing_hash']).execute();
    const rows = await db
      .selectFrom('plimsoll_standing')
      .select(['hash', 'standing'])
      .where('hash', 'in', entries.select('standing_hash'))
      .execute();
    const byHash = new Map(
      rows.map(({ hash, standing }) => [hash, readStanding(standing, hash, ledger.place)]),
    );
    return new Map(
      pairs.flatMap(({ seq, standing_hash: hash }) => {
        const standing = byHash.get(hash);
        return standing === undefined ? [] : [[seq, standing]];
      }),
    );
  });
}

function readStanding(json: string, hash: string, place: string): Standing {
  if (typeof json === 'string' && sha256(json) === hash) return parseStanding(json);
  throw invalidStanding(
    text(`A standing in the ledger ${place} was changed.`, `账本 ${place} 中的一份状态被更改。`),
    place,
  );
}

const noStanding = (place: string): PlimsollError =>
  invalidStanding(
    text(`A standing in the ledger ${place} is missing.`, `账本 ${place} 中缺少一份状态。`),
    place,
  );

const invalidStanding = (what: Text, place: string): PlimsollError =>
  new PlimsollError('ledger-invalid', what, {
    hint: text(
      `See which entries it belongs to with: plimsoll ledger verify --ledger ${place}`,
      `查看它属于哪些条目：plimsoll ledger verify --ledger ${place}`,
    ),
  });
