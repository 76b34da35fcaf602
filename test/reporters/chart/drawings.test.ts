import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBars } from '../../../src/reporters/chart/draw-bars.ts';
import { drawTrend } from '../../../src/reporters/chart/draw-trend.ts';
import { lookOrder, type Drawing, type Point } from '../../../src/reporters/chart/drawing.ts';
import { fitLabels, fitText, widthOf } from '../../../src/reporters/chart/fit-text.ts';

const parts = lookOrder.map((look) => ({ label: `part ${look}`, look }));
const about = { title: 'title', description: 'description', number: String, parts };
const legend = parts.length;
const barsOf = ({ shapes }: Drawing) =>
  shapes.filter((shape) => shape.kind === 'bar').slice(legend);

const pointsOf = ({ shapes }: Drawing): readonly Point[] =>
  shapes.flatMap((shape) => {
    if (shape.kind === 'area' || shape.kind === 'line') return shape.points;
    if (shape.kind !== 'bar') return [shape.at];
    const [x, y] = shape.at;
    return [shape.at, [x + shape.width, y + shape.height] as const];
  });

/** The places that a drawing would not show. */
const outside = (drawing: Drawing): readonly Point[] =>
  pointsOf(drawing).filter(
    ([x, y]) => !(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height),
  );

const counts = fc.array(fc.nat({ max: 2000 }), { minLength: legend, maxLength: legend });

describe('bars', () => {
  const rows = [
    { label: 'one', counts: [10, 0, 0, 0, 30, 0, 0] },
    { label: 'two', counts: [0, 0, 5, 0, 0, 0, 0] },
  ];
  const drawing = drawBars({ ...about, rows });

  it('are as long as what they count, to one scale, and leave out what is nothing', () => {
    const bars = barsOf(drawing);
    expect(bars.map(({ look }) => look)).toEqual(['bad', 'doubt', 'good']);
    const [bad = 0, doubt = 0, good = 0] = bars.map(({ width }) => width);
    expect(bad / doubt).toBeCloseTo(2, 1);
    expect(good / doubt).toBeCloseTo(6, 1);
    expect(bars.map(({ hint }) => hint)).toEqual(['part bad 10', 'part doubt 5', 'part good 30']);
  });

  it('name each row and its sum, and each look', () => {
    const texts = drawing.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['one', '40', 'two', '5']));
    for (const { label } of parts) expect(texts).toContain(label);
  });

  it('stay within the drawing, and are the same each time, whatever they count', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), (all) => {
        const chart = {
          ...about,
          rows: all.map((each) => ({ label: '名'.repeat(60), counts: each })),
        };
        const made = drawBars(chart);
        expect(outside(made)).toEqual([]);
        expect(drawBars(chart)).toEqual(made);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a trend', () => {
  const rows = [
    { at: '2026-09-01T00:00:00.000Z', counts: [4, 0, 0, 0, 0, 0, 0] },
    { at: '2026-09-11T00:00:00.000Z', counts: [2, 0, 0, 0, 0, 0, 0] },
    { at: '2026-09-21T00:00:00.000Z', counts: [6, 0, 0, 0, 0, 0, 0] },
  ];
  const drawing = drawTrend({ ...about, rows });
  const dots = drawing.shapes.flatMap((shape) => (shape.kind === 'dot' ? [shape] : []));
  const [area] = drawing.shapes.flatMap((shape) => (shape.kind === 'area' ? [shape.points] : []));

  it('has a dot for each scan, where its day and its number are', () => {
    const [first, second, third] = dots.map(({ at }) => at);
    if (!first || !second || !third) throw new Error('a dot is missing');
    expect(second[0] - first[0]).toBeCloseTo(third[0] - second[0], 1);
    // Down is more: four, two and six failures.
    expect(second[1] - third[1]).toBeCloseTo(2 * (second[1] - first[1]), 1);
    expect(dots.map(({ hint }) => hint)).toEqual([
      '2026-09-01: 4',
      '2026-09-11: 2',
      '2026-09-21: 6',
    ]);
  });

  it('holds what a scan found until the next one, and nothing beyond the last', () => {
    const [first, second, third] = dots.map(({ at }) => at);
    expect(area).toContainEqual(first);
    expect(area).toContainEqual([second?.[0], first?.[1]]);
    expect(area).toContainEqual([third?.[0], second?.[1]]);
    expect(Math.max(...(area ?? []).map(([x]) => x))).toBe(third?.[0]);
  });

  it('stays within the drawing, whatever it counts', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 12 }), (all) => {
        const chart = all.map((each, at) => ({
          at: new Date(Date.UTC(2026, 0, 1 + at * 9)).toISOString(),
          counts: each,
        }));
        const made = drawTrend({ ...about, rows: chart });
        expect(outside(made)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('fitLabels', () => {
  it('keeps different labels different, by their ends where their beginnings are alike', () => {
    const labels = ['registry.example.org/shop/web:hotfix', 'registry.example.org/shop/web:latest'];
    const fitted = fitLabels([...labels, 'db'], 150);
    expect(new Set(fitted).size).toBe(3);
    expect(fitted[0]).toMatch(/^….*web:hotfix$/);
    expect(fitted[2]).toBe('db');
    for (const label of fitted) expect(widthOf(label)).toBeLessThanOrEqual(150);
    expect(fitLabels(['a long label that is alone', 'b'], 80)[0]).toMatch(/^a long.*…$/);
  });
});

describe('fitText', () => {
  it('leaves what fits, and cuts the rest with an ellipsis, between characters', () => {
    expect(fitText('short', 200)).toBe('short');
    expect(widthOf('容器')).toBeGreaterThan(widthOf('ab'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const fitted = fitText(text, 80);
        expect(widthOf(fitted)).toBeLessThanOrEqual(80);
        expect(fitted).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
