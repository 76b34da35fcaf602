/** What was assessed, and the figures. */
export const opening = String.raw`
#section("scope")
#if "system" in r.scope {
  let s = r.scope.system
  [== #w.at("scope.system")]
  facts(
    (w.at("subjects.name"), s.name),
    (w.at("scope.boundary"), s.boundary),
    ..if s.selects.len() > 0 { ((w.at("scope.selects"), s.selects.join(" · ")),) },
  )
  if s.outsideCount > 0 {
    block(fill-in("scope.outside-count", count: s.outsideCount))
    listing(
      (w.at("unseen.kind"), w.at("result.count"), w.at("unseen.reason"), w.at("subjects.name")),
      (auto, auto, 1fr, 1.4fr),
      s.outside.map(x => (x.kind, num(x.count), x.reason, { x.names.join(w.at("scope.comma")); if x.names.len() < x.count { " …" } })),
    )
  }
}
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
  facts((w.at("scope.framework"), f.title), (w.at("scope.edition"), f.edition), (w.at("scope.level"), f.level), (w.at("scope.ids-from"), f.source),
    ..if f.extends != "" { ((w.at("scope.extends"), f.extends), (w.at("scope.framework-changes"), f.changes.join(linebreak()))) })
} else { r.subtitle }

== #w.at("scope.changes")
#if r.scope.changes.len() == 0 { w.at("scope.no-changes") } else {
  listing(
    (w.at("control.title"), w.at("scope.change"), w.at("accepted.reason"), w.at("accepted.by")),
    (1.2fr, auto, 1.6fr, auto),
    r.scope.changes.map(c => (code(c.control), c.change, c.reason, c.by)),
  )
}

#section("result")
#let bar(c) = if c.of > 0 and c.count > 0 { pdf.artifact(box(width: c.count / c.of * 100%, height: 6pt, fill: inks.at(c.tone))) }
#let tally(first, counts) = table(
  columns: (64mm, 26mm, 1fr), align: (left, right, left), inset: (x, y) => (left: 0pt, right: if x == 2 { 0pt } else { 6mm }, y: 5pt),
  table.header(first, w.at("result.count"), ""),
  ..counts.map(c => (chip(c.tone, c.label), fill-in("result.of", count: c.count, total: c.of), bar(c))).flatten(),
)
#if "requirements" in r.result {
  [== #w.at("result.requirements")]
  table(
    columns: (58mm, 22mm, 30mm, 1fr), align: (left, right, left, left), inset: (x, y) => (left: 0pt, right: if x == 3 { 0pt } else { 5mm }, y: 5pt),
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
#if r.result.withoutWaivers.len() > 0 [== #w.at("without.title")]
#for sentence in r.result.withoutWaivers { par(sentence) }
`;
