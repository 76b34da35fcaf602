import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, stack } from 'd3-shape';
import { drawLegend, type ChartPart } from './draw-legend.ts';
import { drawingWidth, type Drawing, type Point, type Shape } from './drawing.ts';

/** One scan, and how many of each part it found. */
export interface TrendRow {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly counts: readonly number[];
}

/** What is drawn over time. */
export interface TrendChart {
  readonly title: string;
  readonly description: string;
  /** Writes a number for people. */
  readonly number: (value: number) => string;
  readonly parts: readonly ChartPart[];
  /** In order of time, at least two. */
  readonly rows: readonly TrendRow[];
}

const left = 44;
const right = 40;
const plot = 170;

/** More than these run into one another. */
const mostDays = 8;

/**
 * Areas one upon the other. What a scan found holds until the next, so that they go in steps; a dot marks each scan,
 * and nothing is drawn beyond the last.
 */
export function drawTrend({ title, description, number, parts, rows }: TrendChart): Drawing {
  const legend = drawLegend(parts);
  const top = legend.height + 8;
  const bottom = top + plot;
  const times = rows.map(({ at }) => Date.parse(at));
  const x = scaleUtc([Math.min(...times), Math.max(...times)], [left, drawingWidth - right]);
  const most = Math.max(1, ...rows.map(({ counts }) => sum(counts)));
  const y = scaleLinear([0, most], [bottom, top]).nice(4);
  const layers = stack<TrendRow, number>()
    .keys([...parts.keys()])
    .value(({ counts }, part) => counts[part] ?? 0)(rows);
  const areas = layers.map((layer): Shape => {
    const pen = createPen();
    area<(typeof layer)[number]>(
      ({ data }) => x(Date.parse(data.at)),
      ([from]) => y(from),
      ([, to]) => y(to),
    )
      .curve(curveStepAfter)
      .context(pen)(layer);
    return { kind: 'area', points: pen.points, look: parts[layer.key]?.look ?? 'plain' };
  });
  const dots = rows.map(({ at, counts }): Shape => {
    const total = sum(counts);
    const hint = `${at.slice(0, 10)}: ${number(total)}`;
    return { kind: 'dot', at: [round(x(Date.parse(at))), round(y(total))], hint };
  });
  return {
    width: drawingWidth,
    height: bottom + 24,
    title,
    description,
    shapes: [
      ...legend.shapes,
      ...y
        .ticks(4)
        .filter(Number.isInteger)
        .flatMap((tick): readonly Shape[] => [
          {
            kind: 'line',
            points: [
              [left, round(y(tick))],
              [drawingWidth - right, round(y(tick))],
            ],
          },
          text([left - 8, round(y(tick)) + 4], 'end', number(tick)),
        ]),
      ...areas,
      ...dots,
      ...daysOf(x).map((day) => text([round(x(day)), bottom + 18], 'middle', isoDay(day))),
    ],
  };
}

/** Days for the axis: as many round ones as have room, or the ends where there is none between. */
function daysOf(x: ReturnType<typeof scaleUtc<number>>): readonly Date[] {
  const [from = new Date(0), to = from] = x.domain();
  const days = x.ticks(6).filter((each) => each.getTime() % 86_400_000 === 0);
  const every = Math.ceil(days.length / mostDays);
  return days.length > 1 ? days.filter((_, at) => at % every === 0) : [from, to];
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

/** Stands where d3 expects a canvas, and keeps the corners: steps are drawn by straight lines alone. */
function createPen() {
  const points: Point[] = [];
  const to = (x: number, y: number): void => {
    points.push([round(x), round(y)]);
  };
  return { points, moveTo: to, lineTo: to, closePath: () => {} };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

const round = (value: number): number => Math.round(value * 100) / 100;

const text = (at: Point, align: 'middle' | 'end', words: string): Shape => ({
  kind: 'text',
  at,
  align,
  text: words,
  quiet: true,
});
