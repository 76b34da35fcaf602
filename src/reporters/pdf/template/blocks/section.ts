/** A part under its title. At the top it begins a page, unless all it has to say is one line. */
export const section = {
  section: String.raw`(b, depth, show-all) => {
  if depth == 0 { if b.blocks.len() == 1 and b.blocks.first().kind == "paragraph" { v(14mm) } else { pagebreak(weak: true) } }
  title-of(depth, b.at("anchor", default: none), if "count" in b { w.at("title.counted").replace("{title}", b.title).replace("{count}", num(b.count)) } else { b.title })
  show-all(b.blocks, depth + 1)
}`,
} as const;
