import { severities } from '../../../core/controls/severity.ts';
import type { Report } from '../../model/report.ts';
import { severityLooks } from '../../model/standing.ts';
import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { paragraph, part } from '../blocks/blocks.ts';
import { quiet } from '../blocks/content.ts';

/** Unaccepted failures over time by severity; nothing without a ledger. */
export function trendResult({ history }: Report, say: Say): readonly Section[] {
  if (!history) return [];
  const title = say('history.trend');
  const { points, longestGap, label, from, to, scans } = history;
  if (points.length === 0) return [part(title, paragraph(say('history.none')))];
  return [
    part(
      title,
      {
        kind: 'trend',
        caption: title,
        heads: [say('history.scanned'), say('result.count')],
        parts: severities.map((severity) => ({
          label: say(`severity.${severity}`),
          look: severityLooks[severity],
        })),
        rows: points.map(({ at, when, failures }) => ({
          at,
          when,
          counts: severities.map((severity) => failures[severity]),
        })),
      },
      paragraph(quiet(say('history.about', { label, from, to, scans }))),
      ...(longestGap ? [paragraph(quiet(say('history.gap', longestGap)))] : []),
    ),
  ];
}

/** How failures went, in one sentence; nothing where there is no course of things. */
export function courseOf({ history }: Report, say: Say): readonly string[] {
  const [from, to] = [history?.points[0], history?.points.at(-1)];
  if (!from || !to || from === to) return [];
  const total = ({ failures }: typeof from): number =>
    severities.reduce((sum, severity) => sum + failures[severity], 0);
  return [
    say('history.course', {
      from: from.when,
      to: to.when,
      first: total(from),
      last: total(to),
    }),
  ];
}
