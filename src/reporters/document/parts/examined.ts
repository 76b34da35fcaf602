import { groupBy } from '../../../syntax/group-by.ts';
import { shorten } from '../../model/observations.ts';
import type { Say } from '../../locale/translate.ts';
import type { Row } from '../blocks/block.ts';
import { code, lines, linkTo, quiet, type Content, type Inline } from '../blocks/content.ts';
import type { Examined } from '../selections/examined.ts';

/** Things that are named one by one; more of them go by their numbers in the inventory. */
const named = 8;

/** Names what was examined, each with its place in the inventory; many as ranges of numbers, all of them. */
export function nameExamined(all: readonly Examined[], say: Say): readonly Inline[] {
  const wholes = all.filter(({ number }) => number === 0);
  const single = all.filter(({ number }) => number > 0).toSorted((a, b) => a.number - b.number);
  const pieces = [
    ...wholes.map(({ kind, name }): Inline => say('exam.all-of', { kind, name })),
    ...(single.length > named ? [ranges(single, say)] : single.map(nameOne)),
  ];
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [say('scope.comma'), piece]));
}

const nameOne = ({ anchor, name, number, target }: Examined): Inline =>
  linkTo(anchor, `${name} #${number}`, { hint: target });

/** `#1–#4, #9`. */
function ranges(all: readonly Examined[], say: Say): string {
  const runs: { from: number; to: number }[] = [];
  for (const { number } of all) {
    const last = runs.at(-1);
    if (last && number - last.to <= 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs
    .map(({ from, to }) => (from === to ? `#${from}` : `#${from}–#${to}`))
    .join(say('scope.comma'));
}

/** Rows of an inventory: each thing by its number, under its target and kind, with more cells behind its name. */
export function examinedRows(
  all: readonly Examined[],
  more: (each: Examined) => readonly Content[],
): readonly Row[] {
  const groups = groupBy(all, ({ target, kind }) => JSON.stringify([target, kind]));
  return Array.from(groups.values(), (of): readonly Row[] => [
    ...of.slice(0, 1).map(({ kind, target }) => ({ group: true, cells: [`${kind} · ${target}`] })),
    ...of.map((each): Row => ({
      anchor: each.anchor,
      cells: [
        lines([
          [`#${each.number} `, each.name],
          ...(each.id === each.name ? [] : [quiet(code(shorten(each.id)))]),
        ]),
        ...more(each),
      ],
    })),
  ]).flat();
}
