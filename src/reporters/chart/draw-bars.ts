import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { drawLegend, type ChartPart } from './draw-legend.ts';
import { drawingWidth, type Drawing, type Shape } from './drawing.ts';
import { fitLabels } from './fit-text.ts';

/** What each bar stands for, and how many of each part it has. */
export interface BarRow {
  readonly label: string;
  readonly counts: readonly number[];
  /** What stands behind the bar; its sum when absent. */
  readonly note?: string;
}

/** What is drawn as bars. */
export interface BarChart {
  readonly title: string;
  readonly description: string;
  /** Writes a number for people. */
  readonly number: (value: number) => string;
  readonly parts: readonly ChartPart[];
  readonly rows: readonly BarRow[];
}

const rowHeight = 24;
const barHeight = 15;
const labels = 228;
/** Room behind the longest bar, for its sum or for its note. */
const totals = { sum: 48, note: 108 } as const;
const axis = 20;

/** A bar for each row, its parts one behind the other, all to the same scale. */
export function drawBars({ title, description, number, parts, rows }: BarChart): Drawing {
  const legend = drawLegend(parts);
  const bottom = legend.height + rows.length * rowHeight;
  const most = Math.max(1, ...rows.map(({ counts }) => sum(counts)));
  const named = fitLabels(
    rows.map(({ label }) => label),
    labels - 12,
  );
  const x = scaleLinear(
    [0, most],
    [
      labels,
      drawingWidth - (rows.some(({ note }) => note !== undefined) ? totals.note : totals.sum),
    ],
  ).nice(5);
  const y = scaleBand([...rows.keys()], [legend.height, bottom]).paddingInner(
    1 - barHeight / rowHeight,
  );
  const ticks = x.ticks(5).filter(Number.isInteger);
  const layers = stack<BarRow, number>()
    .keys([...parts.keys()])
    .value(({ counts }, part) => counts[part] ?? 0)(rows);
  const bars = layers.flatMap((layer) =>
    layer.flatMap(([from, to], row): readonly Shape[] => {
      const part = parts[layer.key];
      if (to <= from || !part) return [];
      const at = [round(x(from)), round(y(row) ?? 0)] as const;
      const width = round(x(to) - x(from));
      const hint = `${part.label} ${number(to - from)}`;
      return [{ kind: 'bar', at, width, height: barHeight, look: part.look, hint }];
    }),
  );
  return {
    width: drawingWidth,
    height: bottom + axis,
    title,
    description,
    shapes: [
      ...legend.shapes,
      ...ticks.flatMap((tick): readonly Shape[] => [
        {
          kind: 'line',
          points: [
            [round(x(tick)), legend.height - 4],
            [round(x(tick)), bottom],
          ],
        },
        text([round(x(tick)), bottom + 13], 'middle', number(tick), true),
      ]),
      ...rows.flatMap(({ counts, note }, row): readonly Shape[] => {
        const base = round((y(row) ?? 0) + 12);
        const total = sum(counts);
        return [
          text([labels - 12, base], 'end', named[row] ?? ''),
          text([round(x(total)) + 6, base], 'start', note ?? number(total), true),
        ];
      }),
      ...bars,
    ],
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

const round = (value: number): number => Math.round(value * 100) / 100;

const text = (
  at: readonly [number, number],
  align: 'start' | 'middle' | 'end',
  words: string,
  quiet = false,
): Shape => ({ kind: 'text', at, align, text: words, ...(quiet ? { quiet } : {}) });
