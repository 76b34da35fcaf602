/** How a drawing is put together: each shape in its place. */
export const drawing = String.raw`
#let drawing-of(g) = layout(size => {
  let u = size.width / g.width
  let spot((x, y), it) = place(top + left, dx: x * u, dy: y * u, it)
  let corner((x, y)) = (x * u, y * u)
  let said(s) = {
    let room = 300
    let (x, y) = s.at
    let from = if s.align == "start" { x } else if s.align == "end" { x - room } else { x - room / 2 }
    let side = if s.align == "start" { left } else if s.align == "end" { right } else { center }
    spot((from, y - 12), box(width: room * u, height: 12 * u, align(side + bottom, text(size: 11.4 * u, fill: if s.at("quiet", default: false) { soft } else { black }, s.text))))
  }
  block(width: 100%, height: g.height * u, breakable: false, above: 10pt, below: 12pt, for s in g.shapes {
    if s.kind == "bar" { spot(s.at, rect(width: s.width * u, height: s.height * u, ..look-of(s.look))) } else if s.kind == "area" { place(top + left, polygon(..s.points.map(corner), ..look-of(s.look))) } else if s.kind == "line" { for (from, to) in s.points.zip(s.points.slice(1)) { place(top + left, line(start: corner(from), end: corner(to), stroke: 0.4pt + rule-colour)) } } else if s.kind == "dot" { let (x, y) = s.at; spot((x - 3, y - 3), circle(radius: 3 * u, fill: white, stroke: 0.8pt + black)) } else { said(s) }
  })
})
`;
