import type { Block, Row, Section } from '../../document/blocks/block.ts';
import { paragraph, part, section, table, wide } from '../../document/blocks/blocks.ts';
import { badge, lines, quiet, type Content } from '../../document/blocks/content.ts';
import { itemsOf, type ItemNode } from '../../document/selections/item-tree.ts';
import { basisOf, type Refer } from '../../document/parts/basis.ts';
import { nameExamined } from '../../document/parts/examined.ts';
import { requirementLabel, resultWord } from '../../document/parts/requirements.ts';
import { singleResults, singleTones } from '../../document/selections/single-results.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import { blank } from '../forms/blank.ts';
import { isControlPoint } from './control-points.ts';
import { isOf2019 } from './edition.ts';
import { unitOf } from './units.ts';
import type { ResultsByItem } from './matrix.ts';

/** Every item by class and control point, with its result for each thing assessed and what that rests on. */
export function itemsSection(
  report: Report,
  tree: readonly ItemNode[],
  results: ResultsByItem,
  refer: Refer,
  say: Say,
): Section {
  const numbered = isOf2019(report);
  const unitAndMethod = (entry: RequirementEntry): Content => {
    const unit = numbered ? unitOf(entry.id) : undefined;
    const read = (results.get(entry)?.size ?? 0) > 0;
    return [
      ...(unit ? [`${unit.id}${unit.confirmed ? '' : '†'} · `] : []),
      say('mlps.method'),
      say('exam.colon'),
      ...(read ? [say('mlps.method-examined'), ' '] : []),
      blank('mlps-body', say),
    ];
  };
  const rowWith =
    (bearings: boolean) =>
    (entry: RequirementEntry, depth: number): Row => ({
      anchor: entry.anchor,
      depth,
      cells: [
        lines([requirementLabel(entry), quiet(unitAndMethod(entry))]),
        lines(resultLines(entry, results, say)),
        lines(basisOf(entry, refer, say, bearings)),
      ],
    });
  const head = [rules(say), paragraph(quiet(say('mlps.units-from')))];
  const judged = withResults(tree, results);
  const count = tree.flatMap(itemsOf).length - judged.flatMap(itemsOf).length;
  const others =
    count > 0
      ? [paragraph(quiet(say('print.without-result', { count, needs: say('section.needs') })))]
      : [];
  return section(
    'requirements',
    say('mlps.items'),
    [...head, ...blocksOf(tree, rowWith(true), say)],
    { printed: [...head, ...blocksOf(judged, rowWith(false), say), ...others] },
  );
}

/** The tree without items that have no single result, and without what nothing is left under. */
function withResults(nodes: readonly ItemNode[], results: ResultsByItem): readonly ItemNode[] {
  return nodes.flatMap((node): readonly ItemNode[] => {
    if (!node.entry.group) return (results.get(node.entry)?.size ?? 0) > 0 ? [node] : [];
    const below = withResults(node.below, results);
    return below.length > 0 ? [{ ...node, below }] : [];
  });
}

const rules = (say: Say): Section =>
  part(
    say('single.rules'),
    paragraph(say('single.rules-note')),
    table(
      say('single.rules'),
      [say('single.result'), wide(say('reading.rule'), 3)],
      singleResults.map((id) => [
        badge(singleTones[id], say(`single.${id}`)),
        say(`single-rule.${id}`),
      ]),
    ),
  );

/** Control points side by side are one table; what holds several is a part of its own. */
function blocksOf(
  nodes: readonly ItemNode[],
  row: (entry: RequirementEntry, depth: number) => Row,
  say: Say,
): readonly Block[] {
  const points = nodes.filter(isControlPoint);
  const rows = points.flatMap(({ entry, below }): readonly Row[] =>
    entry.group
      ? [
          { anchor: entry.anchor, group: true, cells: [requirementLabel(entry)] },
          ...below.map((item) => row(item.entry, 1)),
        ]
      : [row(entry, 0)],
  );
  const columns = [
    wide(say('mlps.item'), 0.9),
    wide(say('mlps.single-result'), 1),
    wide(say('mlps.basis'), 2),
  ];
  return [
    ...(rows.length > 0 ? [table(say('mlps.items'), columns, rows)] : []),
    ...nodes
      .filter((node) => !isControlPoint(node))
      .map(({ entry, below }) => section(entry.anchor, titleOf(entry), blocksOf(below, row, say))),
  ];
}

/** At the top the document's own number stands before the title. */
const titleOf = ({ depth, id, title }: RequirementEntry): string =>
  depth === 0 ? `${title} [${id}]` : `${id} ${title}`;

function resultLines(
  entry: RequirementEntry,
  results: ResultsByItem,
  say: Say,
): readonly Content[] {
  const found = results.get(entry);
  if (!found || found.size === 0) return [resultWord(entry)];
  return singleResults.flatMap((id): readonly Content[] => {
    const examined = found.get(id) ?? [];
    if (examined.length === 0) return [];
    const count = quiet(` ${say.number(examined.length)}${say('exam.colon')}`);
    return [[badge(singleTones[id], say(`single.${id}`)), count, ...nameExamined(examined, say)]];
  });
}
