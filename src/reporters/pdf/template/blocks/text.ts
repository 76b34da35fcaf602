/** Running text, notes, lists, facts, and text as it is. */
export const text = {
  paragraph: String.raw`(b, depth, show-all) => par(write(b.content))`,
  note: String.raw`(b, depth, show-all) => note(b.tone, b.lines)`,
  list: String.raw`(b, depth, show-all) => list(..b.items.map(write))`,
  facts: String.raw`(b, depth, show-all) => facts-of(b.rows)`,
  verbatim: String.raw`(b, depth, show-all) => {
  block(sticky: true, below: 4pt, quiet(b.caption))
  block(width: 100%, stroke: 0.4pt + rule-colour, inset: 6pt, { set par(leading: 0.5em); with-options(code(b.text)) })
}`,
  // The texts are in the bundle: on paper nobody can search them, and they would fill it.
  texts: String.raw`(b, depth, show-all) => none`,
} as const;
