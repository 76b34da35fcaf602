/** What the blocks and the cover are made of. */
export const parts = String.raw`
#let note(tone, lines) = block(width: 100%, fill: grounds.at(tone), inset: 9pt, stroke: (left: 2.5pt + inks.at(tone)), {
  set text(fill: inks.at(tone))
  lines.map(write).join(linebreak())
})
#let card(c) = block(width: 100%, height: 100%, stroke: (top: 1.4pt + accent, rest: 0.4pt + rule-colour), inset: 8pt, {
  quiet(c.title)
  linebreak()
  if "figure" in c {
    text(size: 20pt, weight: 700, num(c.figure.count))
    text(size: 10pt, fill: soft, " / " + num(c.figure.of))
    if c.parts.len() > 0 { linebreak() }
  }
  if c.parts.len() > 0 { v(1pt); set par(leading: 0.95em); chips(c.parts) }
})
// A card of words alone is as long as its words: it stands below the figures.
#let cards-of(cards) = {
  let figures = cards.filter(c => "figure" in c)
  if figures.len() > 0 { grid(columns: (1fr,) * calc.min(figures.len(), 3), column-gutter: 4mm, row-gutter: 4mm, rows: 25mm, ..figures.map(card)) }
  for c in cards.filter(c => "figure" not in c) {
    v(1mm)
    block({ set par(leading: 0.95em); quiet(c.title); h(3mm); chips(c.parts) })
  }
}
// The outline has two levels; what stands deeper is neither numbered nor listed.
#let title-of(depth, anchor, it) = place-of(anchor, if depth < 2 { heading(level: depth + 1, it) } else {
  heading(level: calc.min(depth + 1, 5), numbering: none, outlined: false, it)
})
`;
