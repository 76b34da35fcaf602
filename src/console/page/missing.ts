import type { FleetGap, ParkedReading } from '../../evidence/fleet/query-events.ts';
import { html, type Markup } from '../../reporters/html/markup/markup.ts';
import { tableOf } from './table.ts';
import type { View } from './view.ts';
import { hostLink } from './words-of.ts';

const kinds = ['lost', 'parked', 'thinned', 'blind', 'missed', 'merged', 'silent'] as const;

/** What is known to be missing. */
export function gapsTable(view: View, gaps: readonly FleetGap[], isOfOne: boolean): Markup {
  const { word, shown, date } = view;
  const kindOf = (kind: string): string => {
    const known = kinds.find((each) => each === kind);
    return known ? word(`gap-${known}`) : shown(kind);
  };
  const columns = [word('kind'), word('span'), word('readings'), word('detail')];
  return tableOf(
    view,
    word('missing'),
    isOfOne ? columns : [word('host'), ...columns],
    gaps.map((gap) => {
      const span =
        gap.from_seq === gap.to_seq ? `${gap.from_seq}` : `${gap.from_seq}–${gap.to_seq}`;
      const cells = [
        kindOf(gap.kind),
        html`${date(gap.from_at)} <br />${date(gap.to_at)}`,
        gap.from_seq === 0 ? '' : span,
        html`<bdi>${shown(gap.detail)}</bdi>`,
      ];
      return isOfOne ? cells : [hostLink(view, gap.host), ...cells];
    }),
  );
}

/** Readings that were put aside. */
export function parkedTable(view: View, parked: readonly ParkedReading[]): Markup {
  const { word, shown, date, say } = view;
  return tableOf(
    view,
    word('parked'),
    [word('host'), word('reading'), word('at'), word('reason'), word('detail'), word('times')],
    parked.map(({ host, seq, at, reason, detail, times }) => [
      html`<bdi>${shown(host)}</bdi>`,
      say.number(seq),
      date(at),
      word(`park-${reason}`),
      html`<bdi>${shown(detail)}</bdi>`,
      say.number(times),
    ]),
  );
}
