/** Tables, figures and charts. */
export const tables = {
  table: String.raw`(b, depth, show-all) => {
  let last = b.columns.len() - 1
  // Numbers are narrow: a long head over them is broken, or what names the rows would have no place.
  let most = calc.max(17mm, 100mm / calc.max(b.columns.filter(c => c.at("numeric", default: false)).len(), 1))
  let over-numbers(it) = context if measure(it).width > most { block(width: most, it) } else { it }
  table(
    columns: b.columns.map(c => if c.at("numeric", default: false) { auto } else { c.at("share", default: 1) * 1fr }),
    align: b.columns.map(c => if c.at("numeric", default: false) { right + top } else { left + top }),
    table.header(repeat: true, ..b.columns.map(c => if c.at("numeric", default: false) { over-numbers(head(c.title)) } else { head(c.title) })),
    ..b.rows.map(r => {
      let inset = calc.min(r.at("depth", default: 0), 4) * 3.5mm
      let name = write(r.cells.first())
      if inset > 0mm { name = pad(left: inset, name) }
      name = place-of(r.at("anchor", default: none), name)
      // A row stays on one page, and a heading with what is below it.
      if r.at("group", default: false) { (table.header(level: 2 + calc.min(r.at("depth", default: 0), 4), repeat: false, table.cell(colspan: last + 1, breakable: false, strong(name))),) } else { (name, ..r.cells.slice(1).map(write)).map(it => table.cell(breakable: r.at("long", default: false), it)) }
    }).flatten(),
  )
}`,
  figures: String.raw`(b, depth, show-all) => cards-of(b.cards)`,
  chart: String.raw`(b, depth, show-all) => {
  let bar(c) = if c.of > 0 and c.count > 0 { pdf.artifact(box(width: c.count / c.of * 100%, height: 6pt, ..look-of(c.tone))) }
  let detailed = b.heads.len() > 2
  // A few figures stay on one page: a first row alone below its head reads like all of them.
  block(breakable: b.rows.len() > 12, table(
    columns: if detailed { (58mm, 22mm, 30mm, 1fr) } else { (64mm, 26mm, 1fr) },
    align: if detailed { (left, right, left, left) } else { (left, right, left) },
    inset: (x, y) => (left: 0pt, right: if x == 2 and not detailed { 0pt } else { 5mm }, y: 5pt),
    table.header(..(b.heads.at(0), b.heads.at(1), w.at("result.share"), ..b.heads.slice(2)).map(head)),
    ..b.rows.map(c => (
      chip(c.tone, c.label),
      w.at("result.of").replace("{count}", num(c.count)).replace("{total}", num(c.of)),
      bar(c),
      ..if detailed { (write(c.at("detail", default: "")),) },
    )).flatten(),
  ))
}`,
} as const;
