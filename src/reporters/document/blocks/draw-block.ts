import { drawBars } from '../../chart/draw-bars.ts';
import { drawTrend } from '../../chart/draw-trend.ts';
import { lookOrder, type Drawing } from '../../chart/drawing.ts';
import type { Say } from '../../locale/translate.ts';
import type { Bars, Table, TrendBlock } from './block.ts';
import { numeric, table, wide } from './blocks.ts';
import { figure, linkTo, type Content } from './content.ts';

/** A chart as it is shown: drawn, where there is something to draw, and as a table with the same numbers. */
export interface DrawnChart {
  readonly drawing?: Drawing;
  /** What the bars count and what only the table counts; absent where they count the same. */
  readonly note?: string;
  readonly table: Table;
}

/** Draws rows of counts. The table keeps the order of the parts, the bars that of {@link lookOrder}. */
export function drawBarsBlock({ caption, heads, parts, rows }: Bars, say: Say): DrawnChart {
  const described = {
    title: caption,
    number: say.number,
    description: say('chart.bars', { count: rows.length }),
  };
  const { note, ...drawn } = withBars(parts, rows, say);
  const something = drawn.rows.some(({ counts }) => sum(counts) > 0);
  const drawing = something && drawBars({ ...described, ...inOrder(drawn.parts, drawn.rows) });
  return {
    ...(drawing ? { drawing, ...(note === undefined ? {} : { note }) } : {}),
    table: tableOf(
      say,
      caption,
      heads,
      parts,
      rows.map(({ label, to = '', counts }) => [linkTo(to, label), counts]),
    ),
  };
}

/** Draws counts over time; one time alone is no course of things. */
export function drawTrendBlock({ caption, heads, parts, rows }: TrendBlock, say: Say): DrawnChart {
  const numbers = tableOf(
    say,
    caption,
    heads,
    parts,
    rows.map(({ when, counts }) => [when, counts]),
  );
  const [from, to] = [rows[0], rows.at(-1)];
  if (from === undefined || to === undefined || from.at === to.at) return { table: numbers };
  const description = say('chart.trend', {
    from: from.when,
    to: to.when,
    first: sum(from.counts),
    last: sum(to.counts),
  });
  const drawing = drawTrend({
    title: caption,
    description,
    number: say.number,
    ...inOrder(parts, rows),
  });
  return { drawing, table: numbers };
}

/** What is left of a chart without the parts that make no bar, or all bars would be those; each row says how much it is. */
function withBars(parts: Bars['parts'], rows: Bars['rows'], say: Say) {
  if (!parts.some(({ undrawn }) => undrawn)) return { parts, rows };
  const drawn = [...parts.keys()].filter((at) => parts[at]?.undrawn !== true);
  const named = (undrawn: boolean): string =>
    parts
      .filter((part) => (part.undrawn === true) === undrawn)
      .map(({ label }) => say('chart.part', { label }))
      .join(say('scope.comma'));
  return {
    note: say('chart.drawn', { drawn: named(false), left: named(true) }),
    parts: drawn.flatMap((at) => parts[at] ?? []),
    rows: rows.map((row) => {
      const counts = drawn.map((at) => row.counts[at] ?? 0);
      return {
        ...row,
        counts,
        note: say('result.of', { count: sum(counts), total: sum(row.counts) }),
      };
    }),
  };
}

function inOrder<Row extends { readonly counts: readonly number[] }>(
  parts: Bars['parts'],
  rows: readonly Row[],
) {
  const order = [...parts.entries()]
    .toSorted(([, a], [, b]) => lookOrder.indexOf(a.look) - lookOrder.indexOf(b.look))
    .map(([at]) => at);
  return {
    parts: order.flatMap((at) => parts[at] ?? []),
    rows: rows.map((row) => ({ ...row, counts: order.map((at) => row.counts[at] ?? 0) })),
  };
}

const tableOf = (
  say: Say,
  caption: string,
  [row, total]: readonly [string, string],
  parts: Bars['parts'],
  rows: readonly (readonly [label: Content, counts: readonly number[]])[],
): Table =>
  table(
    caption,
    [wide(row, 2), ...parts.map(({ label }) => numeric(label)), numeric(total)],
    rows.map(([label, counts]) => [
      label,
      ...counts.map((count) => figure(count, say)),
      figure(sum(counts), say),
    ]),
  );

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);
