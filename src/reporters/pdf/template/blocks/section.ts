/**
 * A part under its title. At the top it begins a page, unless it follows others of its kind, all it has to say is one line,
 * or the whole is short; the annex begins one where less than half of a page is left.
 */
export const section = {
  section: String.raw`(b, depth, show-all) => {
  if depth == 0 { if d.short or b.at("follows", default: false) or b.blocks.len() == 1 and b.blocks.first().kind == "paragraph" { v(if d.short { 8mm } else { 14mm }, weak: d.short) } else if b.annex { block(height: 125mm, breakable: false, above: 0pt, below: 0pt); v(-111mm) } else { pagebreak(weak: true) } }
  // Parts of the annex have letters.
  let annex = depth == 0 and b.annex
  if annex and not b.follows { counter(heading).update(0) }
  set heading(numbering: "A.1") if annex
  title-of(depth, b.at("anchor", default: none), if "count" in b { w.at("title.counted").replace("{title}", b.title).replace("{count}", fill-in("count." + b.at("counted", default: "findings"), count: b.count)) } else { b.title })
  show-all(b.blocks, depth + 1)
}`,
} as const;
