import type { Standing } from '../../model/entries/count.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Card } from '../blocks/block.ts';

/** The figures that a reader wants first, each with its denominator: the standard's words before ours. */
export function cardsOf({ result }: Report, say: Say): readonly Card[] {
  const { findings, failures, read, requirements } = result;
  const of = findings[0]?.of ?? 0;
  const sum = (...wanted: readonly Standing[]): number =>
    findings.reduce((all, { standing, count }) => all + (wanted.includes(standing) ? count : 0), 0);
  const some = <T extends { readonly count: number }>(counts: readonly T[]): readonly T[] =>
    counts.filter(({ count }) => count > 0);
  const undecided = findings.filter(
    ({ standing }) => standing === 'unknown' || standing === 'error' || standing === 'stale',
  );
  return [
    ...(requirements ? [{ title: say('result.requirements'), parts: some(requirements) }] : []),
    { title: say('result.failed'), figure: { count: sum('fail'), of }, parts: some(failures) },
    {
      title: say('result.undecided'),
      figure: { count: sum('unknown', 'error', 'stale'), of },
      parts: some(undecided),
    },
    { title: say('result.seen'), figure: read, parts: [] },
  ];
}
