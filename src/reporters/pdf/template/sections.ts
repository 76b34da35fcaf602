/** What was assessed, and the figures. */
export const opening = String.raw`
= #w.at("section.scope")
== #w.at("scope.targets")
#listing(
  (w.at("scope.target"), w.at("unseen.kind"), w.at("scope.description"), w.at("scope.access")),
  (1.2fr, auto, 1.4fr, 1.4fr),
  r.scope.targets.map(t => (code(t.id), t.kind, t.description, t.access)),
)

== #w.at("scope.population")
#for p in r.scope.population {
  block(sticky: true, code(p.target))
  if p.kinds.len() > 0 {
    table(
      columns: (45mm, auto, auto, auto, auto), align: (left, right, right, right, right),
      table.header(w.at("unseen.kind"), w.at("scope.existed"), w.at("scope.read"), w.at("scope.vanished"), w.at("scope.unread")),
      ..p.kinds.map(k => (k.kind, num(k.existed), num(k.read), num(k.vanished), num(k.unread))).flatten(),
    )
  }
  if p.empty.len() > 0 { quiet(fill-in("scope.none-of", kinds: p.empty.join(w.at("scope.comma")))) }
}

== #w.at("scope.method")
#facts(
  (w.at("scope.tool"), r.scope.tool),
  (w.at("scope.catalog"), r.scope.catalog),
  (w.at("scope.collected"), r.collected),
  ..if r.scope.redactions.len() > 0 {
    ((w.at("scope.redactions"), r.scope.redactions.map(x => { code(x.rule); " " + num(x.count) }).join(linebreak())),)
  },
)

== #w.at("scope.against")
#if "framework" in r.scope {
  let f = r.scope.framework
  facts((w.at("scope.framework"), f.title), (w.at("scope.edition"), f.edition), (w.at("scope.level"), f.level), (w.at("scope.ids-from"), f.source))
} else { r.subtitle }

== #w.at("scope.changes")
#if r.scope.changes.len() == 0 { w.at("scope.no-changes") } else {
  listing(
    (w.at("control.title"), w.at("scope.change"), w.at("accepted.reason"), w.at("accepted.by")),
    (1.2fr, auto, 1.6fr, auto),
    r.scope.changes.map(c => (code(c.control), c.change, c.reason, c.by)),
  )
}

= #w.at("section.result")
#let bar(c) = if c.of > 0 and c.count > 0 { pdf.artifact(box(width: c.count / c.of * 100%, height: 6pt, fill: inks.at(c.tone))) }
#let tally(first, counts) = table(
  columns: (64mm, 26mm, 1fr), align: (left, right, left), inset: (x, y) => (left: 0pt, right: if x == 2 { 0pt } else { 6mm }, y: 5pt),
  table.header(first, w.at("result.count"), ""),
  ..counts.map(c => (chip(c.tone, c.label), fill-in("result.of", count: c.count, total: c.of), bar(c))).flatten(),
)
#if "requirements" in r.result {
  [== #w.at("result.requirements")]
  table(
    columns: (46mm, 22mm, 34mm, 1fr), align: (left, right, left, left), inset: (x, y) => (left: 0pt, right: if x == 3 { 0pt } else { 5mm }, y: 5pt),
    table.header(w.at("result.word"), w.at("result.count"), "", w.at("result.by-rule")),
    ..r.result.requirements.map(c => (
      chip(c.tone, c.label),
      fill-in("result.of", count: c.count, total: c.of),
      bar(c),
      quiet(c.rules.map(x => x.label + " " + num(x.count)).join(" · ")),
    )).flatten(),
  )
  quiet(w.at("result.groups-left-out"))
}
== #w.at("result.findings")
#tally(w.at("result.status"), r.result.findings)
== #w.at("result.failures")
#if r.failures.len() == 0 { w.at("result.no-failures") } else { tally(w.at("severity.title"), r.result.failures) }
`;

/** What failed, what was not seen, who accepted what, what is still needed. */
export const middle = String.raw`
#let named(f) = {
  strong(f.name)
  linebreak()
  chip(f.tone, f.status)
  quiet("  " + f.kind)
  if f.id != "*" and f.id != f.name { linebreak(); text(fill: soft, code(f.shortId)) }
  if r.scope.targets.len() != 1 { linebreak(); text(fill: soft, code(f.target)) }
}
#let seen(f) = {
  f.message
  if f.observations.len() > 0 {
    set par(leading: 0.5em)
    block(above: 6pt, below: 2pt, stroke: (left: 1pt + rule-colour), inset: (left: 6pt, y: 1pt), f.observations.map(o => {
      code(o.path + " = ")
      code(if o.gap { text(fill: inks.doubt, o.value) } else { strong(o.value) })
      linebreak()
      text(fill: soft, size: 7pt, font: fonts.mono, o.source)
    }).join(parbreak()))
  }
}
// Only what is pointed to has a label: each costs memory.
#let numbered(f) = [#text(str(f.number))#label(f.anchor)]
// A row stays on one page unless it is so long that it might not fit on one.
#let short(f) = f.message.len() + f.observations.map(o => o.path.len() + o.value.len() + o.source.len()).sum(default: 0) < 1500
#let findings(items) = listing(
  (w.at("finding.number"), w.at("finding.subject"), w.at("finding.message")),
  (13mm, 50mm, 1fr),
  items.map(f => {
    let cell = table.cell.with(breakable: not short(f))
    (cell(numbered(f)), cell(named(f)), cell(seen(f)))
  }),
)
#let prose-of(name, it) = block(spacing: 6pt, { text(size: 8.2pt, weight: 700, fill: accent, name + "  "); it })
#let words-of(c) = block(stroke: (left: 1.6pt + accent), inset: (left: 8pt, y: 2pt), {
  prose-of(w.at("control.why"), c.rationale)
  prose-of(w.at("control.fix"), c.remediation)
})
#let control-block(c, items, full) = {
  heading(level: 3, numbering: none, outlined: false, c.title)
  block(sticky: true, { code(c.id); quiet(" · " + c.severityLabel + " · " + c.kind) })
  if full { words-of(c) }
  findings(items)
}

= #w.at("section.failures")
#if r.failures.len() == 0 { w.at("result.no-failures") }
#for group in r.failures {
  heading(level: 2, group.label + " (" + num(group.count) + ")")
  for each in group.controls { control-block(each.control, each.findings, true) }
}

= #w.at("section.unseen")
#if r.unseen.lists.len() == 0 and r.unseen.factGaps == 0 and r.unseen.controls.len() == 0 { w.at("unseen.nothing") } else {
  w.at("unseen.intro")
  parbreak()
  fill-in("unseen.facts", count: r.unseen.factGaps)
}
#if r.unseen.lists.len() > 0 {
  [== #w.at("unseen.lists")]
  listing(
    (w.at("unseen.kind"), w.at("unseen.reason"), w.at("unseen.detail"), w.at("unseen.source")),
    (auto, auto, 1.3fr, 1fr),
    r.unseen.lists.map(g => ({ g.kind; linebreak(); text(fill: soft, code(g.target)) }, g.reason, g.detail, code(g.source))),
  )
}
#if r.unseen.controls.len() > 0 {
  [== #w.at("unseen.findings")]
  for each in r.unseen.controls { control-block(each.control, each.findings, false) }
}

= #w.at("section.accepted")
#if r.waivers.len() == 0 and r.attestations.len() == 0 { w.at("accepted.none") }
#if r.waivers.len() > 0 { [== #w.at("accepted.waivers")] }
#for x in r.waivers {
  heading(level: 3, numbering: none, outlined: false, { fill-in("finding.waiver", number: x.number); h(3mm); chip(x.tone, x.state) })
  facts(
    (w.at("control.title"), if "controlAnchor" in x { go(x.controlAnchor, code(x.control)) } else { code(x.control) }),
    (w.at("accepted.scope"), x.scope.join(" · ")),
    (w.at("accepted.reason"), x.reason),
    (w.at("accepted.people"), x.owner + " · " + x.approver),
    (w.at("accepted.period"), x.period),
    ..if "ticket" in x { ((w.at("accepted.ticket"), x.ticket),) },
    ..if "compensating" in x { ((w.at("accepted.compensating"), x.compensating),) },
    (w.at("accepted.accepts"), num(x.accepts)),
  )
  if x.findings.len() > 0 { findings(x.findings) }
}
#if r.attestations.len() > 0 {
  [== #w.at("attestation.title")]
  listing(
    (w.at("requirement.title"), w.at("attestation.statement"), w.at("attestation.person"), w.at("accepted.period")),
    (1fr, 1.7fr, 1fr, 1fr),
    r.attestations.map(a => (a.requirement, a.statement, a.person, { a.period; linebreak(); chip(a.tone, a.state) })),
  )
}

= #w.at("section.needs")
#if r.needs.questions.len() == 0 and r.needs.requirements.len() == 0 { w.at("needs.nothing") }
#if r.needs.questions.len() > 0 {
  [== #w.at("needs.questions")]
  for each in r.needs.questions { control-block(each.control, each.findings, false) }
}
#for group in r.needs.requirements {
  heading(level: 2, group.title)
  listing(
    (w.at("requirement.title"), w.at("needs.nature"), w.at("needs.why")),
    (1.5fr, 0.7fr, 1.2fr),
    group.entries.map(e => (
      { code(e.id); "  " + e.title },
      e.nature,
      e.controls.map(c => if c.anchor == "" { c.title } else { go(c.anchor, c.title) }).join(" · "),
    )),
  )
}
`;

/** The registers: requirements, controls, subjects; and how to read it all. */
export const registers = String.raw`
#if r.requirements.len() > 0 {
  [= #w.at("section.requirements")]
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
            if e.controls.len() == 0 and "attestation" not in e { quiet(w.at("requirement.no-controls")) }
            e.controls.map(c => {
              if c.anchor == "" { c.title } else { go(c.anchor, c.title) }
              quiet(" " + c.strength + " ")
              if c.live { chips(c.tally) } else { quiet(w.at("requirement.not-live")) }
            }).join(linebreak())
            if "attestation" in e {
              if e.controls.len() > 0 { linebreak() }
              e.attestation.statement
              linebreak()
              quiet(e.attestation.person + ", " + e.attestation.period)
            }
          },
        )
      }
    }),
  )
}

= #w.at("section.controls")
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

= #w.at("section.subjects")
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

= #w.at("section.reading")
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
    d.requirementTones.pairs().map(((status, tone)) => (chip(tone, w.at("requirement." + status)), w.at("rule." + status))),
  )
}
`;
