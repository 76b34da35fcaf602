import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import { groupDigits, type Say } from '../../say.ts';
import type { Column, Row, Section } from '../block.ts';
import { numeric, part, table, wide } from '../blocks.ts';
import { linkTo, type Content } from '../content.ts';
import { headsOf } from './heads.ts';
import { requirementLabel } from './requirements.ts';

/** A section with a table for each part of a standard; what is a heading in between stays one. */
export function tablesByHead(
  report: Report,
  columns: readonly Column[],
  cellsOf: (entry: RequirementEntry) => readonly Content[],
  depth = 0,
): readonly Section[] {
  const headings = new Map(headsOf(report, depth).map(({ head }) => [head, [] as Row[]]));
  let rows: Row[] | undefined;
  for (const entry of report.requirements) {
    if (entry.depth <= depth) {
      rows = headings.get(entry);
      if (entry.group) continue;
    }
    const { anchor, group } = entry;
    const inset = Math.max(0, entry.depth - depth - 1);
    const label = requirementLabel(entry);
    rows?.push(
      group
        ? { anchor, depth: inset, group, cells: [label] }
        : { anchor, depth: inset, cells: [label, ...cellsOf(entry)] },
    );
  }
  return Array.from(headings, ([head, all]): Section => {
    // The sections have numbers of their own, beside which that of the standard would be misread.
    const title = `${head.title} · ${head.id}`;
    return {
      ...part(title, table(title, columns, all)),
      ...(head.group ? { anchor: head.anchor } : {}),
      count: all.filter(({ group }) => group !== true).length,
    };
  });
}

/** A row for each part of a standard: how many requirements it has, and how many of them each column counts. */
export function matrixByHead(
  report: Report,
  title: string,
  columns: readonly (readonly [head: string, counts: (entry: RequirementEntry) => boolean])[],
  say: Say,
  depth = 0,
): Section {
  return part(
    title,
    table(
      title,
      [
        wide(say('requirement.title'), 2),
        numeric(say('result.count')),
        ...columns.map(([head]) => numeric(head)),
      ],
      headsOf(report, depth).map(({ head, below }) => [
        linkTo(head.anchor, `${head.id} ${head.title}`),
        groupDigits(below.length),
        ...columns.map(([, counts]) => groupDigits(below.filter(counts).length)),
      ]),
    ),
  );
}
