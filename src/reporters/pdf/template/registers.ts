/** The registers: requirements, controls, subjects; and how to read it all. */
export const registers = String.raw`
#if r.requirements.len() > 0 {
  section("requirements")
  listing(
    (w.at("requirement.title"), w.at("result.word"), w.at("requirement.evidence")),
    (1.2fr, 38mm, 1.3fr),
    r.requirements.map(e => {
      let name = pad(left: calc.min(e.depth, 4) * 3.5mm, { code(e.id); if not e.verified { "†" }; "  "; if e.group { strong(e.title) } else { e.title } })
      if e.group { (table.cell(colspan: 3, name),) } else {
        (
          { name; pad(left: calc.min(e.depth, 4) * 3.5mm, quiet(e.nature)) },
          { chip(e.tone, e.word); if e.rule != e.word { linebreak(); quiet(e.rule) } },
          {
            let statements = if "attestation" in e { (e.attestation,) + e.lapsed } else { e.lapsed }
            if e.controls.len() + statements.len() == 0 and "statement" not in e { quiet(w.at("requirement.no-controls")) }
            e.controls.map(c => {
              if c.anchor == "" { c.title } else { go(c.anchor, c.title) }
              quiet(" " + c.strength + " ")
              if c.live { chips(c.tally) } else { quiet(w.at("requirement.not-live")) }
            }).join(linebreak())
            if e.controls.len() > 0 and statements.len() > 0 { linebreak() }
            statements.map(x => {
              x.statement
              linebreak()
              quiet(x.person + ", " + x.period + " ")
              chip(x.tone, x.state)
            }).join(linebreak())
            if "statement" in e {
              if e.controls.len() + statements.len() > 0 { linebreak() }
              e.statement.said
              if e.statement.conflict { linebreak(); chip("bad", w.at("stated.conflict")) }
            }
          },
        )
      }
    }),
  )
}

#section("controls")
#let elsewhere(f) = f.standing in ("fail", "unknown", "error", "manual") or "waiver" in f
#for c in r.controls {
  [#heading(level: 3, numbering: none, outlined: false, c.title)#label(c.anchor)]
  block({ code(c.id); quiet(" · " + c.severityLabel + " · " + c.kind + "  "); chips(c.tally) })
  if c.params.len() > 0 { block({ quiet(w.at("control.params") + "  "); c.params.map(code).join(", ") }) }
  if c.references.len() > 0 { block({ quiet(w.at("control.references") + "  "); c.references.map(code).join(linebreak()) }) }
  let above = c.findings.filter(elsewhere)
  if above.len() > 0 {
    quiet(w.at("finding.above") + " ")
    above.slice(0, calc.min(40, above.len())).map(f => go(f.anchor, str(f.number))).join(" ")
    if above.len() > 40 { " … +" + num(above.len() - 40) }
  }
  let here = c.findings.filter(f => not elsewhere(f))
  if here.len() > 0 {
    listing(
      (w.at("finding.number"), w.at("finding.subject"), w.at("result.status"), w.at("finding.seen")),
      (13mm, 46mm, 22mm, 1fr),
      here.map(f => (
        str(f.number),
        f.name,
        text(fill: inks.at(f.tone), f.status),
        if f.observations.len() == 0 { f.message } else { code(f.observations.map(o => o.path + " = " + o.value).join("\u{a}")) },
      )),
    )
  }
}

#section("subjects")
#if r.subjects.len() == 0 { w.at("subjects.none") }
#for t in r.subjects {
  for k in t.kinds {
    heading(level: 3, numbering: none, outlined: false, k.kind + " (" + num(k.subjects.len()) + ")")
    block(sticky: true, text(fill: soft, code(t.target)))
    listing(
      (w.at("subjects.name"), w.at("subjects.id"), w.at("result.findings")),
      (1fr, 1fr, 1.4fr),
      k.subjects.map(s => (s.name, code(s.id), chips(s.tally))),
    )
  }
}

#section("reading")
#w.at("reading.verbatim")
== #w.at("reading.statuses")
#listing(
  (w.at("result.status"), w.at("reading.rule")),
  (52mm, 1fr),
  d.standingTones.pairs().filter(((standing, tone)) => standing != "compensated").map(((standing, tone)) => (chip(tone, w.at("status." + standing)), w.at("meaning." + standing))),
)
#if r.requirements.len() > 0 {
  [== #w.at("reading.requirements")]
  block(w.at("reading.strengths"))
  listing(
    (w.at("result.by-rule"), w.at("reading.rule")),
    (62mm, 1fr),
    (..d.requirementTones.pairs(), ("not-applicable-stated", "plain")).map(((status, tone)) => (chip(tone, w.at("requirement." + status)), w.at("rule." + status))),
  )
}
`;
