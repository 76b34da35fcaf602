import { groupBy } from '../../../syntax/group-by.ts';
import type { Look } from '../../model/entries/count.ts';
import type { Block, Row, Section } from '../../document/blocks/block.ts';
import { numeric, paragraph, part, table, wide } from '../../document/blocks/blocks.ts';
import { figure, linkTo, quiet } from '../../document/blocks/content.ts';
import { itemsOf, type ItemNode } from '../../document/selections/item-tree.ts';
import { isUndrawn } from '../../document/parts/by-head.ts';
import { resultSection } from '../../document/parts/result.ts';
import {
  singleResults,
  singleTones,
  type ItemResults,
  type SingleResult,
} from '../../document/selections/single-results.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import { controlPoints } from './control-points.ts';

/** Results of every item. */
export type ResultsByItem = ReadonlyMap<RequirementEntry, ItemResults>;

/** A matrix of the single results by control point, before the figures that every document has. */
export function mlpsResultSection(
  report: Report,
  tree: readonly ItemNode[],
  results: ResultsByItem,
  say: Say,
): Section {
  const result = resultSection(report, say);
  const ofClass = groupBy(controlPoints(tree), ({ of }) => of);
  const rowsOf = (isShown: (point: ItemNode) => boolean): readonly Row[] =>
    Array.from(ofClass, ([of, all]): readonly Row[] => {
      const points = all.filter(({ point }) => isShown(point));
      const heading = of && points.length > 0;
      return [
        ...(heading ? [{ cells: [linkTo(of.entry.anchor, label(of))], group: true }] : []),
        ...points.map(({ point }) => pointRow(point, results, say)),
      ];
    }).flat();
  const tableOf = (rows: readonly Row[]): Block =>
    table(
      say('mlps.matrix'),
      [
        wide(say('mlps.point'), 1),
        numeric(say('mlps.item-count')),
        ...singleResults.map((id) => numeric(say(`single.${id}`))),
        numeric(say('mlps.not-examined')),
      ],
      rows,
    );
  const hasResults = (point: ItemNode): boolean =>
    itemsOf(point).some((item) => (results.get(item)?.size ?? 0) > 0);
  const left = controlPoints(tree).filter(({ point }) => !hasResults(point)).length;
  const note = paragraph(say('mlps.matrix-note'));
  const matrix: Section = {
    ...part(say('mlps.matrix'), note, tableOf(rowsOf(() => true))),
    printed: [
      note,
      tableOf(rowsOf(hasResults)),
      ...(left > 0 ? [paragraph(quiet(say('mlps.points-left', { count: left })))] : []),
    ],
  };
  const classes = part(say('mlps.classes'), classesChart(ofClass, results, say));
  return {
    ...result,
    blocks: [classes, matrix, ...result.blocks, paragraph(quiet(say('mlps.no-score')))],
  };
}

const looks = {
  ...singleTones,
  'partly-met': 'severe',
  'not-applicable': 'none',
} as const satisfies Record<SingleResult, Look>;

/** A bar for each class with a single result; items without any are in none. */
const classesChart = (
  ofClass: ReadonlyMap<ItemNode | undefined, readonly { readonly point: ItemNode }[]>,
  results: ResultsByItem,
  say: Say,
): Block => ({
  kind: 'bars',
  caption: say('mlps.classes'),
  heads: [say('mlps.class'), say('mlps.single-count')],
  parts: singleResults.map((id) => ({
    label: say(`single.${id}`),
    look: looks[id],
    undrawn: isUndrawn(looks[id]),
  })),
  rows: Array.from(ofClass).flatMap(([of, points]) => {
    const items = points.flatMap(({ point }) => itemsOf(point));
    const counts = singleResults.map((id) => countOf(items, id, results));
    if (!of || counts.every((count) => count === 0)) return [];
    return [
      {
        label: label(of),
        to: of.entry.anchor,
        counts,
      },
    ];
  }),
});

const countOf = (
  items: readonly RequirementEntry[],
  id: SingleResult,
  results: ResultsByItem,
): number => items.reduce((sum, item) => sum + (results.get(item)?.get(id)?.length ?? 0), 0);

const label = ({ entry }: ItemNode): string => `${entry.id} ${entry.title}`;

function pointRow(point: ItemNode, results: ResultsByItem, say: Say): Row {
  const items = itemsOf(point);
  const without = items.filter((item) => (results.get(item)?.size ?? 0) === 0).length;
  return {
    depth: 1,
    cells: [
      linkTo(point.entry.anchor, label(point)),
      ...[items.length, ...singleResults.map((id) => countOf(items, id, results)), without].map(
        (count) => figure(count, say),
      ),
    ],
  };
}
