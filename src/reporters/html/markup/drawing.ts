import type { Drawing, Point, Shape } from '../../chart/drawing.ts';
import type { Count, Look } from '../../model/entries/count.ts';
import { html, verbatim, type Markup } from './markup.ts';
import { freeId, type Page } from './page.ts';

/** A drawing as SVG, named and described for readers who do not see it. */
export function writeDrawing(
  { width, height, title, description, shapes }: Drawing,
  page: Pick<Page, 'placed'>,
) {
  const id = freeId('drawing', page);
  return html`<svg
    class="drawing"
    role="img"
    aria-labelledby="${id}-title ${id}-description"
    viewBox="0 0 ${width} ${height}"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-description">${description}</desc>
    ${shapes.map(writeShape)}
  </svg>`;
}

function writeShape(shape: Shape): Markup {
  switch (shape.kind) {
    case 'bar': {
      const { at, width, height, look, hint } = shape;
      return html`<rect
        class="look ${look}"
        x="${at[0]}"
        y="${at[1]}"
        width="${width}"
        height="${height}"
        >${hinted(hint)}</rect
      >`;
    }
    case 'area':
      return html`<polygon class="look ${shape.look}" points="${pointsOf(shape.points)}" />`;
    case 'line':
      return html`<polyline class="grid" points="${pointsOf(shape.points)}" />`;
    case 'dot':
      return html`<circle cx="${shape.at[0]}" cy="${shape.at[1]}" r="3.5"
        >${hinted(shape.hint)}</circle
      >`;
    case 'text': {
      const { at, align, text, quiet } = shape;
      const kind = quiet === true ? html` class="quiet"` : undefined;
      return html`<text${kind} x="${at[0]}" y="${at[1]}" text-anchor="${align}">${text}</text>`;
    }
  }
}

const hinted = (hint: string | undefined): Markup | undefined =>
  hint === undefined ? undefined : html`<title>${hint}</title>`;

const pointsOf = (points: readonly Point[]): string => points.map((each) => each.join()).join(' ');

/** A length in proportion; its number stands beside it. */
export const writeBar = ({ look, count, of }: Pick<Count, 'count' | 'of'> & { look: Look }) =>
  html`<svg class="bar" aria-hidden="true">
    <rect
      class="look ${look}"
      width="${of > 0 ? Math.round((count / of) * 1000) / 10 : 0}%"
      height="100%"
    />
  </svg>`;

/** What fills each look, in a square of 6 units: ground and figure are coloured by the style sheet. */
const figures = {
  severe: '<path d="M-1 1 1-1M0 6 6 0M5 7 7 5"/>',
  doubt: '<path d="M-1 5 1 7M0 0 6 6M5-1 7 1"/>',
  conditional: '<circle cx="3" cy="3" r="1.3"/>',
  plain: '<path d="M0 3h6"/>',
  none: '<path d="M3 0v2"/>',
} as const satisfies Partial<Record<Look, string>>;

/** The patterns that tell looks apart without colour, once for the whole page. */
export const patterns = verbatim(
  `<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>${Object.entries(figures)
    .map(
      ([look, figure]) =>
        `<pattern id="look-${look}" class="look-${look}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6"/>${figure}</pattern>`,
    )
    .join('')}</defs></svg>`,
);
