import { type Shape, drawingWidth, letter } from './drawing.ts';
import type { Look } from '../model/entries/count.ts';
import { fitText, widthOf } from './fit-text.ts';

/** One kind of what is counted: how it is called and how it looks. */
export interface ChartPart {
  readonly label: string;
  readonly look: Look;
  /** Whether it makes no bar, since it says neither good nor bad: the table counts it, and words name it. */
  readonly undrawn?: boolean;
}

const swatch = 14;
const rowHeight = 20;
const between = 18;

/** The looks with their names, in as many rows as they need. */
export function drawLegend(parts: readonly ChartPart[]): {
  readonly shapes: readonly Shape[];
  readonly height: number;
} {
  let x = 0;
  let y = 0;
  const shapes = parts.flatMap(({ label, look }): readonly Shape[] => {
    const text = fitText(label, drawingWidth - swatch - 6);
    const width = swatch + 6 + widthOf(text);
    if (x > 0 && x + width > drawingWidth) {
      x = 0;
      y += rowHeight;
    }
    const at = x;
    x += width + between;
    return [
      { kind: 'bar', at: [at, y + 3], width: swatch, height: letter, look },
      { kind: 'text', at: [at + swatch + 6, y + 13], align: 'start', text },
    ];
  });
  return { shapes, height: y + rowHeight + 6 };
}
