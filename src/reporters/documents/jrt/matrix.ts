import type { RequirementStatus } from '../../../core/frameworks/rollup.ts';
import type { Look } from '../../model/entries/count.ts';
import type { Block, Section } from '../../document/blocks/block.ts';
import { numeric, paragraph, part, table, wide } from '../../document/blocks/blocks.ts';
import { figure, linkTo } from '../../document/blocks/content.ts';
import { itemsOf, type ItemNode } from '../../document/selections/item-tree.ts';
import { isUndrawn } from '../../document/parts/by-head.ts';
import { resultSection } from '../../document/parts/result.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';

const columns = ['met', 'not-met', 'not-applicable', 'in-part', 'not-tested'] as const;

const looks = {
  met: 'good',
  'not-met': 'bad',
  'not-applicable': 'none',
  'in-part': 'conditional',
  'not-tested': 'plain',
} as const satisfies Record<(typeof columns)[number], Look>;

/** Under which of them each of our statuses counts: an accepted exception still does not conform. */
const columnOf = {
  satisfied: 'met',
  'not-satisfied': 'not-met',
  'accepted-with-waiver': 'not-met',
  'accepted-with-compensating-control': 'not-met',
  'not-applicable': 'not-applicable',
  supported: 'in-part',
  weakened: 'in-part',
  undetermined: 'not-tested',
  'context-only': 'not-tested',
  attested: 'not-tested',
  'not-tested': 'not-tested',
  'not-assessed': 'not-tested',
} as const satisfies Record<RequirementStatus, (typeof columns)[number]>;

/**
 * Items by chapter and section, before the figures that every document has. Where chapters have no sections with items
 * of their own, the drawing has all of it, as a picture and in figures.
 */
export function jrtResultSection(report: Report, tree: readonly ItemNode[], say: Say): Section {
  const result = resultSection(report, say);
  const tested = tree.filter((node) => itemsOf(node).length > 0);
  const heads = tested.flatMap(headsOf);
  const matrix = (): Block =>
    table(
      say('jrt.matrix'),
      [
        wide(say('jrt.chapter'), 1.5),
        numeric(say('jrt.item-count')),
        ...columns.map((id) => numeric(say(`jrt.${id}`))),
      ],
      heads.map((node) => {
        const items = itemsOf(node);
        const { anchor, depth, id, title } = node.entry;
        return {
          depth,
          cells: [
            linkTo(anchor, `${id} ${title}`),
            figure(items.length, say),
            ...columns.map((column) =>
              figure(items.filter(({ status }) => columnOf[status] === column).length, say),
            ),
          ],
        };
      }),
    );
  const byChapter = part(
    say('jrt.matrix'),
    chart(tested, say),
    paragraph(say('jrt.matrix-note')),
    ...(heads.length > tested.length ? [matrix()] : []),
  );
  return { ...result, blocks: [byChapter, ...result.blocks] };
}

/** A bar for each chapter. */
const chart = (tree: readonly ItemNode[], say: Say): Block => ({
  kind: 'bars',
  caption: say('jrt.matrix'),
  heads: [say('jrt.chapter'), say('jrt.item-count')],
  parts: columns.map((id) => ({
    label: say(`jrt.${id}`),
    look: looks[id],
    undrawn: isUndrawn(looks[id]),
  })),
  rows: tree.map((node) => ({
    label: `${node.entry.id} ${node.entry.title}`,
    to: node.entry.anchor,
    counts: columns.map(
      (id) => itemsOf(node).filter(({ status }) => columnOf[status] === id).length,
    ),
  })),
});

/** A chapter with all headings below it. */
const headsOf = (node: ItemNode): readonly ItemNode[] => [
  node,
  ...node.below.filter(({ entry }) => entry.group).flatMap(headsOf),
];
