import { looks } from './looks.ts';

/** The page, its heads and feet, the type, and running text. */
export const frame = String.raw`
#let d = json("report.json")
#let fonts = json("fonts.json")
#let w = d.words

#let accent = rgb(d.accent)
#let soft = rgb("#59636c")
#let rule-colour = rgb("#cfccc2")
#let inks = (bad: rgb("#9f1d1d"), doubt: rgb("#714700"), conditional: rgb("#274690"), good: rgb("#1b5e36"), plain: rgb("#4d565e"))
#let grounds = (bad: rgb("#fae8e6"), doubt: rgb("#fbf0d9"), conditional: rgb("#e7edf9"), good: rgb("#e3f1e7"), plain: rgb("#ecebe6"))
${looks}

#set document(title: d.title + " · " + d.subtitle, author: d.tool, date: auto)
#set text(font: fonts.serif, size: 9.5pt, lang: d.lang, region: d.region, fallback: false, hyphenate: false)
#set par(leading: 0.68em, spacing: 0.9em)
#show raw: set text(font: fonts.mono, size: 8pt)
// Where a long run may break stands a mark in the data: on the page it is room of no width, so that nobody copies or searches a mark.
#show "\u{200b}": h(0pt)
#set table(stroke: (x, y) => if y == 0 { (bottom: 0.7pt + soft) } else { (bottom: 0.4pt + rule-colour) }, inset: (left: 0pt, right: 4mm, y: 4.2pt), align: left + top)
#set table.hline(stroke: 0.4pt + rule-colour)

#set heading(numbering: "1.1")
#show heading: set text(weight: 700, fill: rgb("#1d2327"))
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => { set text(size: 18pt); block(above: 0pt, below: 14pt, it) }
#show heading.where(level: 2): it => { set text(size: 12.5pt); block(above: 20pt, below: 9pt, it) }
#show heading.where(level: 3): it => { set text(size: 10.5pt); block(above: 16pt, below: 5pt, it) }
#show heading.where(level: 4): it => { set text(size: 10pt); block(above: 13pt, below: 5pt, it) }
#show heading.where(level: 5): it => { set text(size: 9.5pt); block(above: 11pt, below: 4pt, it) }

// Side by side where both fit, else below one another; a line that is too long even so is cut.
#let head-line(it) = block(height: 9pt, clip: true, spacing: 2pt, it)
#let running-head = if d.headInOne { grid(columns: (auto, 1fr), align: (left, right), head-line(d.title), head-line(d.subtitle)) } else { grid(columns: 1fr, row-gutter: 2.5pt, head-line(d.title), head-line(d.subtitle)) }
#let page-of(n, total) = w.at("title.page").replace("{page}", str(n)).replace("{pages}", str(total))
#set page(
  paper: "a4",
  margin: (x: 21mm, top: 25mm, bottom: 20mm),
  header: context if here().page() > 1 {
    set text(size: 8pt, fill: soft)
    running-head
    v(-5pt)
    line(length: 100%, stroke: 0.4pt + rule-colour)
  },
  footer: context if here().page() > 1 {
    set text(size: 8pt, fill: soft)
    grid(columns: (1fr, auto), d.collected + " · " + d.tool, page-of(here().page(), counter(page).final().first()))
  },
)

#let num(n) = {
  let digits = str(n)
  let groups = ()
  while digits.len() > 3 { groups.insert(0, digits.slice(-3)); digits = digits.slice(0, -3) }
  (digits, ..groups).join(d.thousands)
}
#let fill-in(id, ..slots) = {
  let text = w.at(id)
  for (name, value) in slots.named() { text = text.replace("{" + name + "}", if type(value) == int { num(value) } else { value }) }
  text
}
// Options of a command stay in one piece: "--" at the end of a line reads like a dash.
#let with-options(it) = { show regex("--[a-z][a-z-]*"): box; it }
#let plain(it) = if it.contains("--") { with-options(it) } else { it }
#let code(it) = text(font: fonts.mono, size: 7.8pt, it)
#let head(it) = text(size: 8pt, fill: soft, it)
#let quiet(it) = text(size: 8.2pt, fill: soft, it)
#let chip(tone, it) = box(fill: grounds.at(tone), inset: (x: 3.5pt), outset: (y: 2.6pt), radius: 2pt, text(size: 7.8pt, weight: 700, fill: inks.at(tone), it))
#let chips(counts) = counts.map(c => chip(c.tone, c.label + " " + num(c.count))).join([ ])
`;
