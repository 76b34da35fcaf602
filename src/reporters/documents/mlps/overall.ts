import { groupBy } from '../../../syntax/group-by.ts';
import type { Row, Section } from '../../document/blocks/block.ts';
import { paragraph, section, table, wide } from '../../document/blocks/blocks.ts';
import { joined, linkTo, quiet } from '../../document/blocks/content.ts';
import type { ItemNode } from '../../document/selections/item-tree.ts';
import { itemsOf } from '../../document/selections/item-tree.ts';
import type { Problems } from '../../document/selections/problems.ts';
import type { Say } from '../../locale/translate.ts';
import { blank } from '../forms/blank.ts';
import { controlPoints } from './control-points.ts';
import { issueOf } from './issues.ts';

/** 整体测评: the problems of each control point, with fields for what the assessor finds across points. */
export function overallSection(tree: readonly ItemNode[], { all }: Problems, say: Say): Section {
  const points = new Map(
    controlPoints(tree).flatMap(({ point }) => itemsOf(point).map((item) => [item, point])),
  );
  // A problem stands under the first point that it concerns.
  const ofPoint = groupBy(all, ({ items: [item] }) => item && points.get(item));
  const rows = controlPoints(tree).flatMap(({ point }): readonly Row[] => {
    const problems = ofPoint.get(point) ?? [];
    if (problems.length === 0) return [];
    const { anchor, id, title } = point.entry;
    return [
      {
        cells: [
          linkTo(anchor, `${id} ${title}`),
          joined(
            problems.map((problem) => issueOf(problem, say)),
            say('scope.comma'),
          ),
          blank('mlps-body', say),
          blank('mlps-body', say),
        ],
      },
    ];
  });
  const title = say('mlps.overall');
  return section('overall', title, [
    paragraph(quiet(say('mlps.overall-note'))),
    table(
      title,
      [
        wide(say('mlps.point'), 1),
        wide(say('mlps.issues'), 1.6),
        wide(say('mlps.overall-finding'), 0.9),
        wide(say('mlps.severity-change'), 0.9),
      ],
      rows,
    ),
  ]);
}
