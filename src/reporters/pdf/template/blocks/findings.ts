/** What findings are made of: they come as numbers, and stand once in the data. */
export const findingParts = String.raw`
#let named(f) = {
  strong(f.name)
  linebreak()
  chip(d.tones.at(f.standing), w.at("status." + f.standing))
  quiet("  " + f.kind)
  if "id" in f { linebreak(); text(fill: soft, code(f.id)) }
  if d.manyTargets { linebreak(); text(fill: soft, code(f.target)) }
}
#let seen(f) = {
  f.message
  if f.seen.len() > 0 {
    set par(leading: 0.5em)
    block(above: 6pt, below: 2pt, stroke: (left: 1pt + rule-colour), inset: (left: 6pt, y: 1pt), f.seen.map(((path, value, source, gap)) => {
      code(path + " = ")
      code(if gap { text(fill: inks.doubt, value) } else { strong(value) })
      linebreak()
      text(fill: soft, size: 7pt, font: fonts.mono, source)
    }).join(parbreak()))
  }
}
#let go-finding(n) = link(label("finding-" + str(n)), text(fill: accent, str(n)))
#let numbered(f) = { let n = str(f.number); if n in d.numbered [#text(n)#label("finding-" + n)] else { n } }
// A row stays on one page unless it is so long that it might not fit on one.
#let short(f) = f.message.len() + f.seen.map(((path, value, source, gap)) => path.len() + value.len() + source.len()).sum(default: 0) < 1500
#let findings-of(numbers) = listing(
  (w.at("finding.number"), w.at("finding.subject"), w.at("finding.message")),
  (13mm, 50mm, 1fr),
  numbers.map(n => {
    let f = d.findings.at(n - 1)
    let cell = table.cell.with(breakable: not short(f))
    (cell(numbered(f)), cell(named(f)), cell(seen(f)))
  }),
)
#let prose-of(name, it) = block(spacing: 6pt, { text(size: 8.2pt, weight: 700, fill: accent, name + "  "); it })
#let words-of(c, words) = block(stroke: (left: 1.6pt + accent), inset: (left: 8pt, y: 2pt), {
  if words == "all" { prose-of(w.at("control.why"), c.rationale) }
  prose-of(w.at("control.fix"), c.remediation)
})
`;

/** Findings in full, and what is left of them control by control. */
export const findings = {
  findings: String.raw`(b, depth, show-all) => for g in b.groups {
  if "control" in g {
    let c = d.controls.at(g.control)
    title-of(calc.max(depth, 2), none, c.title)
    block(sticky: true, { code(c.id); quiet(" · " + c.severityLabel + " · " + c.kind) })
    if b.words != "none" { words-of(c, b.words) }
  }
  findings-of(g.findings)
}`,
  evidence: String.raw`(b, depth, show-all) => for e in b.entries {
  let c = d.controls.at(e.control)
  title-of(2, c.anchor, if "reference" in e { "[" + e.reference + "] " + c.title } else { c.title })
  block({ code(c.id); quiet(" · " + c.severityLabel + " · " + c.kind + "  "); chips(c.tally) })
  if c.params.len() > 0 { block({ quiet(w.at("control.params") + "  "); c.params.map(code).join(", ") }) }
  if c.references.len() > 0 { block({ quiet(w.at("control.references") + "  "); c.references.map(code).join(linebreak()) }) }
  if e.elsewhere.len() > 0 {
    quiet(w.at("finding.above") + " ")
    e.elsewhere.map(n => go-finding(n)).join(" ")
    if e.more > 0 { " … +" + num(e.more) }
  }
  if e.here.len() > 0 {
    listing(
      (w.at("finding.number"), w.at("finding.subject"), w.at("result.status"), w.at("finding.seen")),
      (13mm, 46mm, 22mm, 1fr),
      e.here.map(n => {
        let f = d.findings.at(n - 1)
        (
          numbered(f),
          f.name,
          text(fill: inks.at(d.tones.at(f.standing)), w.at("status." + f.standing)),
          if f.seen.len() == 0 { f.message } else { code(f.seen.map(o => o.at(0) + " = " + o.at(1)).join("\u{a}")) },
        )
      }),
    )
  }
}`,
} as const;
