import type { Look } from '../../model/entries/count.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { ChartPart } from '../../chart/draw-legend.ts';
import type { Column, Row, Section } from '../blocks/block.ts';
import { part, table } from '../blocks/blocks.ts';
import type { Content } from '../blocks/content.ts';
import { headsOf } from './heads.ts';
import { requirementLabel } from './requirements.ts';

/**
 * A section with a table for each part of a standard; what is a heading in between stays one. Where they are shown
 * `again`, their places are those of the first time.
 */
export function tablesByHead(
  report: Report,
  columns: readonly Column[],
  cellsOf: (entry: RequirementEntry) => readonly Content[],
  { depth = 0, again = false }: { readonly depth?: number; readonly again?: boolean } = {},
): readonly Section[] {
  const headings = new Map(headsOf(report, depth).map(({ head }) => [head, [] as Row[]]));
  let rows: Row[] | undefined;
  for (const entry of report.requirements) {
    if (entry.depth <= depth) {
      rows = headings.get(entry);
      if (entry.group) continue;
    }
    const { group } = entry;
    const place = again ? {} : { anchor: entry.anchor };
    const inset = Math.max(0, entry.depth - depth - 1);
    const label = requirementLabel(entry);
    rows?.push(
      group
        ? { ...place, depth: inset, group, cells: [label] }
        : { ...place, depth: inset, cells: [label, ...cellsOf(entry)] },
    );
  }
  return Array.from(headings, ([head, all]): Section => {
    // The sections have numbers of their own, beside which that of the standard would be misread.
    const title = `${head.title} · ${head.id}`;
    return {
      ...part(title, table(title, columns, all)),
      ...(head.group && !again ? { anchor: head.anchor } : {}),
      count: all.filter(({ group }) => group !== true).length,
      counted: 'requirements',
    };
  });
}

/** In a matrix of requirements the plain looks are those of what was not tested, or is said not to apply. */
export const isUntested = (look: Look): boolean => look === 'plain' || look === 'none';

/** What a matrix counts: its word, its look, and which requirements are of it. */
export interface MatrixColumn extends ChartPart {
  readonly counts: (entry: RequirementEntry) => boolean;
}

/** A bar and a row for each part of a standard: how many of its requirements each column counts, and all of them. */
export function matrixByHead(
  report: Report,
  title: string,
  columns: readonly MatrixColumn[],
  say: Say,
  depth = 0,
): Section {
  return part(title, {
    kind: 'bars',
    caption: title,
    heads: [say('requirement.title'), say('result.count')],
    parts: columns.map(({ label, look }) => ({ label, look, untested: isUntested(look) })),
    rows: headsOf(report, depth).map(({ head, below }) => ({
      label: `${head.id} ${head.title}`,
      to: head.anchor,
      counts: columns.map(({ counts }) => below.filter(counts).length),
    })),
  });
}
