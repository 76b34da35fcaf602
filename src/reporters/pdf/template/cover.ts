/** The first page, and the contents unless the whole is short. */
export const cover = String.raw`
#pdf.attach("assessment.json", relationship: "source", mime-type: "application/json", description: w.at("title.attachment"))
#if d.oscal { pdf.attach("oscal.json", relationship: "alternative", mime-type: "application/json", description: w.at("title.oscal")) }

#v(if "classification" in d { 8mm } else { 22mm })
#if "classification" in d { align(right, box(stroke: 0.6pt + soft, inset: (x: 8pt, y: 4pt), strong(d.classification))); v(6mm) }
#if "logo" in d { image(d.logo.file, width: 55mm, height: 22mm, fit: "contain", alt: d.logo.alt) } else {
  pdf.artifact(box(width: 26mm, height: 14mm, {
    place(center + horizon, circle(radius: 6mm, stroke: 1.6pt + accent))
    place(center + horizon, line(length: 26mm, stroke: 1.6pt + accent))
  }))
}
#v(6mm)
#{
  set par(leading: 0.5em)
  // Chinese has no spaces at which a title would break well: it is set as large as one line allows, or breaks after its colon.
  layout(size => {
    let at(it, size) = text(size: size, weight: 700, it)
    let fit(it) = (29pt, 27pt, 25pt, 23pt).find(each => measure(at(it, each)).width <= size.width)
    let halves = d.title.replace("：", "：\n").split("\n")
    let (lines, fits) = if fit(d.title) != none { (d.title, fit(d.title)) } else { (halves.join(linebreak()), fit(halves.first())) }
    at(lines, if fits == none { 29pt } else { fits })
  })
  v(1mm)
  text(size: 15pt, fill: accent, d.subtitle)
}
#v(5mm)
#if d.cover.notices.len() > 0 { note("doubt", d.cover.notices) }
#v(3mm)
#facts-of(d.cover.facts)
#v(6mm)
#cards-of(d.cover.cards)
#v(1fr)
#quiet({
  d.cover.disclaimer
  v(1mm)
  w.at("title.digest")
  linebreak()
  code(d.digest)
})
#pagebreak()

#if not d.short [
#heading(level: 1, numbering: none, outlined: false, w.at("title.contents"))
// The contents take one page: where both levels have no room on it, they have the first alone.
#let listed = d.sections.map(s => 1 + s.blocks.filter(b => b.kind == "section").len()).sum(default: 0)
#outline(title: none, depth: if listed > 46 { 1 } else { 2 }, indent: 6mm)
]
`;
