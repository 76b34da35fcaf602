import { groupBy } from '../../../syntax/group-by.ts';
import type { Look } from '../../model/entries/count.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { ChartPart } from '../../chart/draw-legend.ts';
import type { Block, Column, Row, Section } from '../blocks/block.ts';
import { paragraph, part, table } from '../blocks/blocks.ts';
import { lines, quiet, type Content } from '../blocks/content.ts';
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
export const isUndrawn = (look: Look): boolean => look === 'plain' || look === 'none';

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
  const bars = {
    kind: 'bars',
    caption: title,
    heads: [say('requirement.title'), say('result.count')],
    parts: columns.map(({ label, look }) => ({ label, look, undrawn: isUndrawn(look) })),
    rows: headsOf(report, depth).map(({ head, below }) => ({
      label: `${head.id} ${head.title}`,
      to: head.anchor,
      counts: columns.map(({ counts }) => below.filter(counts).length),
    })),
  } as const;
  return part(title, bars, ...madeOf(report, columns, say));
}

/** What is behind a column that counts several words of the standard as one, so that other tables can be compared with it. */
function madeOf(
  { requirements }: Report,
  columns: readonly MatrixColumn[],
  say: Say,
): readonly Block[] {
  const counted = requirements.filter(({ group }) => !group);
  const sentences = columns.flatMap(({ label, counts }) => {
    const of = counted.filter(counts);
    const words = groupBy(of, ({ word, rule }) => (word === '' ? rule : word));
    if (words.size < 2) return [];
    const parts = Array.from(words, ([word, all]) => `${word} ${say.number(all.length)}`);
    return [
      quiet(say('result.made-of', { word: label, count: of.length, parts: parts.join(' · ') })),
    ];
  });
  return sentences.length > 0 ? [paragraph(lines(sentences))] : [];
}
