/**
 * Places, and what points to them. It is evaluated where `places` is known: the location of each mark, by its
 * anchor. A label would have to be looked up wherever something points to it, which costs a third of the layout.
 */
export const links = String.raw`
#let marked = d.marked
#let go(anchor, it) = if anchor in marked {
  let shown = text(fill: accent, it)
  if anchor in places { link(places.at(anchor), shown) } else { shown }
} else { it }
// A place is marked only where something points to it: each mark costs memory.
#let place-of(anchor, it) = if anchor != none and anchor in marked { metadata(anchor); it } else { it }
#let write(c) = {
  if type(c) == str { plain(c) } else if type(c) == array { c.map(write).join() } else if c.kind == "code" { code(c.text) } else if c.kind == "strong" { strong(c.text) } else if c.kind == "quiet" { quiet(write(c.text)) } else if c.kind == "badge" { chip(c.tone, c.text) } else if c.kind == "counts" { chips(c.counts) } else if c.kind == "bar" { box(width: 30mm, pdf.artifact(box(width: c.count / calc.max(c.of, 1) * 100%, height: 6pt, ..look-of(c.look)))) } else if c.kind == "link" { go(c.to, if c.at("code", default: false) { code(c.text) } else { c.text }) } else if c.kind == "address" { code(c.url) } else { c.lines.map(write).join(linebreak()) }
}
#let facts-of(rows) = grid(
  columns: (42mm, 1fr), row-gutter: 7pt, column-gutter: 5mm,
  ..rows.map(((name, value)) => (text(fill: soft, name), write(value))).flatten(),
)
`;
