/** What a person fills in and signs. */
export const forms = {
  worksheet: String.raw`(b, depth, show-all) => {
  title-of(calc.max(depth, 2), b.anchor, b.title)
  table(
    columns: (52mm, 1fr), stroke: 0.5pt + rule-colour, inset: 6pt,
    ..b.fields.map(f => (
      { set text(size: 8.5pt); strong(f.label); if "hint" in f { linebreak(); quiet(f.hint) } },
      if "content" in f { text(size: 9.5pt, fill: rgb("#1d2327"), write(f.content)) } else { block(height: 16mm, quiet(w.at("form.open"))) },
    )).flatten(),
  )
}`,
  signature: String.raw`(b, depth, show-all) => block(breakable: false, {
  par(b.statement)
  block(width: 100%, height: 24mm, stroke: 0.5pt + rule-colour)
  v(4mm)
  grid(
    columns: (42mm, 90mm), row-gutter: 6.5mm, column-gutter: 5mm,
    ..b.lines.map(l => (text(fill: soft, l.label), block(width: 100%, stroke: (bottom: 0.5pt + soft), inset: (bottom: 3pt), l.at("value", default: "") + " "))).flatten(),
  )
})`,
} as const;
