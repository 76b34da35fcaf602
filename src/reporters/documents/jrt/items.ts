import type { Block, Row, Section } from '../../document/blocks/block.ts';
import { paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { lines, quiet, type Content } from '../../document/blocks/content.ts';
import { itemsOf, type ItemNode } from '../../document/selections/item-tree.ts';
import { basisOf, type Refer } from '../../document/parts/basis.ts';
import { requirementLabel, resultWord } from '../../document/parts/requirements.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Say } from '../../locale/translate.ts';

/** Every item by chapter: its result, the problems found, and what both rest on. */
export function chaptersSection(
  tree: readonly ItemNode[],
  refer: Refer,
  toProblem: Refer,
  say: Say,
): Section {
  const columns = [
    wide(say('jrt.item'), 1),
    wide(say('jrt.result'), 0.7),
    wide(say('jrt.problem'), 1.2),
    wide(say('jrt.basis'), 1.3),
  ];
  const row = (entry: RequirementEntry, depth: number): Row => {
    const { anchor, group } = entry;
    const label = requirementLabel(entry);
    if (group) return { anchor, depth, group, cells: [label] };
    return {
      anchor,
      depth,
      cells: [
        label,
        resultWord(entry),
        lines(problemsOf(entry, toProblem)),
        lines(basisOf(entry, refer, say)),
      ],
    };
  };
  const tableOf = (rows: readonly Row[]): readonly Block[] =>
    rows.length > 0 ? [table(say('jrt.items'), columns, rows)] : [];
  const tested = tree.filter((node) => itemsOf(node).length > 0);
  const others = tree.filter((node) => !tested.includes(node));
  const single = tested.filter(({ entry }) => !entry.group);
  const chapters = tested.filter(({ entry }) => entry.group);
  return section('requirements', say('jrt.items'), [
    ...tableOf(single.map(({ entry }) => row(entry, 0))),
    ...chapters.map(({ entry, below }) =>
      section(
        entry.anchor,
        `${entry.title} [${entry.id}]`,
        tableOf(below.flatMap(flat).map((each) => row(each, each.depth - 1))),
      ),
    ),
    ...(others.length > 0
      ? [
          paragraph(
            quiet(
              say('jrt.nothing-to-test', {
                chapters: others
                  .map(({ entry }) => `${entry.id} ${entry.title}`)
                  .join(say('scope.comma')),
              }),
            ),
          ),
        ]
      : []),
  ]);
}

const flat = ({ entry, below }: ItemNode): readonly RequirementEntry[] => [
  entry,
  ...below.flatMap(flat),
];

const problemsOf = ({ controls }: RequirementEntry, toProblem: Refer): readonly Content[] =>
  controls
    .filter(({ decides, live }) => decides && live)
    .flatMap((control): readonly Content[] => {
      const to = toProblem(control);
      return to.length > 0 ? [[...to.slice(1), ' ', control.failingTitle]] : [];
    });
