import type { Row, Section } from '../../document/blocks/block.ts';
import { numeric, paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { figure, linkTo, quiet } from '../../document/blocks/content.ts';
import { itemsOf, type ItemNode } from '../../document/selections/item-tree.ts';
import type { SingleResult } from '../../document/selections/single-results.ts';
import type { Say } from '../../locale/translate.ts';
import { blank } from '../forms/blank.ts';
import { controlPoints } from './control-points.ts';
import type { ResultsByItem } from './matrix.ts';

/** What still needs a result by a person. */
const open = ['not-tested', 'incomplete', 'undecided'] as const;

/** 单元测评: how many single results of each control point are met, of how many that apply; the result is the assessor’s. */
export function unitsSection(tree: readonly ItemNode[], results: ResultsByItem, say: Say): Section {
  const title = say('mlps.units');
  const points = controlPoints(tree);
  const rows = points.flatMap(({ point }): readonly Row[] => {
    const items = itemsOf(point);
    const count = (ids: readonly SingleResult[]): number =>
      items.reduce(
        (sum, item) =>
          sum + ids.reduce((all, id) => all + (results.get(item)?.get(id)?.length ?? 0), 0),
        0,
      );
    const met = count(['met']);
    const unresolved = count(open);
    const applicable = met + unresolved + count(['partly-met', 'not-met']);
    if (applicable === 0) return [];
    const { anchor, id, title: name } = point.entry;
    return [
      {
        cells: [
          linkTo(anchor, `${id} ${name}`),
          say('result.of', { count: met, total: applicable }),
          figure(unresolved, say),
          blank('mlps-body', say),
        ],
      },
    ];
  });
  return section('units', title, [
    paragraph(quiet(say('mlps.units-note'))),
    table(
      title,
      [
        wide(say('mlps.point'), 1.4),
        wide(say('mlps.rate'), 0.7),
        numeric(say('mlps.open')),
        wide(say('mlps.unit-result'), 1),
      ],
      rows,
    ),
    paragraph(
      quiet(
        say('mlps.points-without', { count: points.length - rows.length, total: points.length }),
      ),
    ),
  ]);
}
