import type { BlockKind } from '../../document/blocks/block.ts';
import { charts } from './blocks/charts.ts';
import { drawing } from './drawing.ts';
import { findingParts, findings } from './blocks/findings.ts';
import { forms } from './blocks/forms.ts';
import { parts } from './blocks/parts.ts';
import { section } from './blocks/section.ts';
import { tables } from './blocks/table.ts';
import { text } from './blocks/text.ts';
import { cover } from './cover.ts';
import { frame } from './frame.ts';
import { links } from './links.ts';

/** A function of Typst for each kind of block: `(block, depth, show-all) => content`. */
const writers = {
  ...section,
  ...text,
  ...tables,
  ...charts,
  ...findings,
  ...forms,
} as const satisfies Readonly<Record<BlockKind, string>>;

const body = `
#let writers = (
${Object.entries(writers)
  .map(([kind, writer]) => `"${kind}": ${writer},`)
  .join('\n')}
)
#let show-all(blocks, depth) = for b in blocks { (writers.at(b.kind))(b, depth, show-all) }
#show-all(d.sections, 0)
`;

/** In a first layout no mark is found and links are only coloured, which takes the same room; then they lead there. */
const content = `
#context {
let places = (:)
for mark in query(metadata) { places.insert(mark.value, mark.location()) }
[
${[links, parts, findingParts, cover, body].join('\n')}
]
}
`;

/**
 * The whole document in Typst's language. It holds no data: everything it shows it reads from its files, and
 * shows as text.
 *
 * @see https://typst.app/docs/reference/
 */
export const template = [frame, drawing, content].join('\n');
