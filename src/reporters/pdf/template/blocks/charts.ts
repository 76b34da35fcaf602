const drawn = String.raw`(b, depth, show-all) => {
  if "drawing" in b { figure(alt: b.drawing.title + ". " + b.drawing.description, drawing-of(b.drawing)) }
  if "note" in b { par(quiet(b.note)) }
  show-all((b.table,), depth)
}`;

/** What is drawn, and the table with its numbers. */
export const charts = { bars: drawn, trend: drawn } as const;
