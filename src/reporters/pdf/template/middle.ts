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

#section("failures", brief: r.failures.len() == 0)
#if r.failures.len() == 0 { w.at("result.no-failures") }
#for group in r.failures {
  heading(level: 2, group.label + " (" + num(group.count) + ")")
  for each in group.controls { control-block(each.control, each.findings, true) }
}

#let all-seen = r.unseen.lists.len() == 0 and r.unseen.factGaps == 0 and r.unseen.controls.len() == 0
#section("unseen", brief: all-seen)
#if all-seen { w.at("unseen.nothing") } else {
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

#let none-accepted = r.waivers.len() + r.attestations.len() + r.statements.len() == 0
#section("accepted", brief: none-accepted)
#if none-accepted { w.at("accepted.none") }
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
    ..x.notes.map(n => (w.at("accepted.note"), n)),
  )
  if x.findings.len() > 0 { findings(x.findings) }
}
#if r.attestations.len() > 0 {
  [== #w.at("attestation.title")]
  listing(
    (w.at("requirement.title"), w.at("attestation.statement"), w.at("attestation.person"), w.at("accepted.period")),
    (1fr, 1.7fr, 1fr, 1fr),
    r.attestations.map(a => (
      { a.requirement; if a.place != "" { linebreak(); quiet(code(a.place)) } },
      {
        a.statement
        for f in a.files { linebreak(); code(f.path); " "; chip(f.tone, f.state); linebreak(); text(fill: soft, size: 7pt, font: fonts.mono, f.sha256) }
      },
      { a.person; if "review" in a { linebreak(); quiet(a.review) } },
      { a.period; linebreak(); chip(a.tone, a.state) },
    )),
  )
}
#if r.statements.len() > 0 {
  [== #w.at("stated.title")]
  listing(
    (w.at("requirement.title"), w.at("accepted.reason"), w.at("stated.owner"), w.at("accepted.state")),
    (1fr, 1.7fr, 1fr, 1fr),
    r.statements.map(a => (
      a.requirement,
      a.reason,
      { a.owner; linebreak(); quiet(w.at("stated.until") + " " + a.until) },
      {
        chip(a.tone, a.state)
        if a.conflicts.len() > 0 { linebreak(); quiet(w.at("stated.conflicts") + " " + a.conflicts.join(", ")) }
      },
    )),
  )
}

#let none-needed = r.needs.questions.len() == 0 and r.needs.requirements.len() == 0
#section("needs", brief: none-needed)
#if none-needed { w.at("needs.nothing") }
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
