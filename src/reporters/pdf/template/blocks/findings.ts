/** What findings are made of: they come as numbers, and stand once in the data. */
export const findingParts = String.raw`
#let go-finding(n) = { let n = str(n); go("finding-" + n, n) }
#let numbered(n) = { let n = str(n); place-of("finding-" + n, n) }
#let standing-of(it, standing) = text(size: 7.8pt, weight: 700, fill: inks.at(d.tones.at(standing)), it)
#let named(f) = {
  strong(f.name)
  linebreak()
  standing-of(w.at("status." + f.standing), f.standing)
  quiet("  " + f.kind)
  if "id" in f { linebreak(); text(fill: soft, code(f.id)) }
  if d.manyTargets { linebreak(); quiet(f.target) }
}
// Lines of a file; a bar beside a line says that something was read in it.
#let quoted(path, lines) = block(above: 5pt, {
  text(fill: soft, size: 7pt, font: fonts.mono, path)
  for (n, line, marked) in lines {
    block(spacing: 1.2pt, width: 100%, inset: (left: 4pt, y: 1pt), stroke: (left: if marked { 1.6pt + inks.doubt } else { 0.4pt + rule-colour }), fill: if marked { grounds.doubt }, {
      set text(size: 7pt, font: fonts.mono)
      text(fill: soft, str(n) + "  ")
      line.replace("\u{20}\u{20}", "\u{a0}\u{a0}")
    })
  }
})
#let seen(f) = {
  plain(f.message)
  for (path, value, source, gap) in f.seen {
    linebreak()
    code(path + " = ")
    code(if gap { text(fill: inks.doubt, value) } else { strong(value) })
    linebreak()
    text(fill: soft, size: 7pt, font: fonts.mono, source)
  }
  for (path, lines) in f.at("quotes", default: ()) { quoted(path, lines) }
}
// A row stays on one page unless it is so long that it might not fit on one.
#let short(f) = f.message.len() + f.seen.map(((path, value, source, gap)) => path.len() + value.len() + source.len()).sum(default: 0) + f.at("quotes", default: ()).map(((path, lines)) => lines.len() * 90).sum(default: 0) < 1500
#let row-of(n) = {
  let f = d.findings.at(n - 1)
  let cell = table.cell.with(breakable: not short(f))
  (cell(numbered(f.number)), cell(named(f)), cell(seen(f)))
}
#let prose-of(name, it) = block(spacing: 6pt, { text(size: 8.2pt, weight: 700, fill: accent, name + "  "); it })
#let words-of(c, words) = block(stroke: (left: 1.6pt + accent), inset: (left: 8pt, y: 2pt), {
  if words == "all" { prose-of(w.at("control.why"), plain(c.rationale)) }
  prose-of(w.at("control.fix"), plain(c.remediation))
})
#let about(c) = quiet(" · " + c.severityLabel + " · " + c.kind)
// A control's title is a head of its rows: it is repeated where they go on, and never stands alone.
#let over(columns, it) = table.header(level: 2, repeat: true, table.cell(colspan: columns, inset: (top: 9pt, bottom: 4pt, right: 0pt), it))
#let under(columns, it) = table.cell(colspan: columns, breakable: false, inset: (top: 4pt, bottom: 5pt, right: 0pt), it)
// A closure is hashed with all that it holds: what reads the data stands here, where that happens once.
#let alike-row(r) = (
  {
    standing-of(r.status, r.standing)
    linebreak()
    r.findings.map(((number, name)) => { numbered(number); " " + name }).join(" · ")
    if "target" in r { linebreak(); quiet(r.target) }
  },
  if r.code { code(r.text) } else { r.text },
)
`;

/** Findings in full, and what is left of them control by control: one table each, whose heads repeat. */
export const findings = {
  findings: String.raw`(b, depth, show-all) => table(
  columns: (13mm, 50mm, 1fr),
  table.header(repeat: true, ..(w.at("finding.number"), w.at("finding.subject"), w.at("finding.message")).map(head)),
  ..b.groups.map(g => {
    if "control" in g {
      let c = d.controls.at(g.control)
      (over(3, { strong(g.title); linebreak(); code(c.id); about(c) }),)
      if b.words != "none" or g.beside.len() > 0 {
        (under(3, {
          if b.words != "none" { words-of(c, b.words) }
          if g.beside.len() > 0 { block(above: 5pt, quiet(w.at("failed.beside") + " " + g.beside.join(" · "))) }
        }),)
      }
    }
    g.findings.map(row-of).flatten()
  }).flatten(),
)`,
  evidence: String.raw`(b, depth, show-all) => table(
  columns: (64mm, 1fr),
  table.header(repeat: true, ..(w.at("finding.subject"), w.at("finding.seen")).map(head)),
  ..b.entries.map(e => {
    let c = d.controls.at(e.control)
    (over(2, strong(if "reference" in e { "[" + e.reference + "] " + c.title } else { c.title })),)
    (under(2, {
      // The place stands here: what a head repeats may hold none.
      place-of(c.anchor, code(c.id))
      about(c)
      h(2mm)
      chips(c.tally)
      if c.params.len() > 0 { linebreak(); quiet(w.at("control.params") + "  "); c.params.map(code).join(", ") }
      if c.references.len() > 0 { linebreak(); quiet(w.at("control.references") + "  "); c.references.map(code).join(", ") }
      if "source" in c { linebreak(); quiet(w.at("control.source") + "  "); if c.source.located { code(c.source.place) } else { c.source.place } }
      if e.elsewhere.len() > 0 {
        linebreak()
        quiet(w.at("finding.above") + " ")
        e.elsewhere.map(n => go-finding(n)).join(" ")
        if e.more > 0 { " … +" + num(e.more) }
      }
    }),)
    e.here.map(alike-row).flatten()
  }).flatten(),
)`,
} as const;
