/** The first page and the contents. */
export const cover = String.raw`
#pdf.attach("assessment.json", relationship: "source", mime-type: "application/json", description: w.at("title.attachment"))

#v(22mm)
#pdf.artifact(box(width: 26mm, height: 14mm, {
  place(center + horizon, circle(radius: 6mm, stroke: 1.6pt + accent))
  place(center + horizon, line(length: 26mm, stroke: 1.6pt + accent))
}))
#v(6mm)
#{
  set par(leading: 0.5em)
  text(size: 29pt, weight: 700, r.title)
  v(-1mm)
  text(size: 15pt, fill: accent, r.subtitle)
}
#v(5mm)
#if r.scope.notices.len() > 0 {
  block(width: 100%, fill: grounds.doubt, inset: 9pt, stroke: (left: 2.5pt + inks.doubt), {
    set text(fill: inks.doubt)
    r.scope.notices.join(linebreak())
  })
}
#v(3mm)
#facts(
  ..if "system" in r.scope { ((w.at("scope.system"), r.scope.system.name),) },
  ..if "framework" in r.scope { ((w.at("scope.edition"), r.scope.framework.edition), (w.at("scope.level"), r.scope.framework.level)) },
  (w.at("scope.targets"), r.scope.targets.map(t => { code(t.id); linebreak(); quiet(t.description) }).join(linebreak())),
  (w.at("scope.collected"), r.collected),
  (w.at("scope.tool"), r.scope.tool),
  (w.at("scope.catalog"), r.scope.catalog),
)
#v(6mm)
#{
  let count(..wanted) = r.result.findings.filter(f => f.standing in wanted.pos()).map(f => f.count).sum(default: 0)
  let total = r.result.findings.first().of
  let card(title, n, of, below) = block(width: 100%, height: 100%, stroke: (top: 1.4pt + accent, rest: 0.4pt + rule-colour), inset: 8pt, {
    quiet(title)
    linebreak()
    text(size: 20pt, weight: 700, num(n))
    text(size: 10pt, fill: soft, " / " + num(of))
    if below.len() > 0 { linebreak(); v(1pt); set par(leading: 0.95em); chips(below) }
  })
  let some(counts) = counts.filter(c => c.count > 0)
  grid(
    columns: (1fr, 1fr, 1fr), column-gutter: 4mm, rows: 25mm,
    card(w.at("result.failed"), count("fail"), total, some(r.result.failures)),
    card(w.at("result.undecided"), count("unknown", "error"), total, some(r.result.findings.filter(f => f.standing in ("unknown", "error")))),
    card(w.at("result.seen"), r.result.read.count, r.result.read.of, ()),
  )
  if "requirements" in r.result {
    v(3mm)
    block({ quiet(w.at("result.requirements")); h(3mm); chips(r.result.requirements) })
  }
}
#v(1fr)
#quiet({
  w.at("title.disclaimer")
  v(1mm)
  w.at("title.digest")
  linebreak()
  code(d.digest)
})
#pagebreak()

#heading(level: 1, numbering: none, outlined: false, w.at("title.contents"))
#outline(title: none, depth: 2, indent: 6mm)
`;
