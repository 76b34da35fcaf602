import type { Block, Column, FactsBlock, Row, Section, Table } from './block.ts';
import type { Content } from './content.ts';

/** A part under a title, with an anchor to point to. */
export const section = (
  anchor: string,
  title: string,
  blocks: readonly Block[],
  more: Pick<Section, 'count' | 'counted' | 'tone' | 'printed'> = {},
): Section => ({ kind: 'section', anchor, title, blocks, ...more });

/** A part under a title that nothing points to. */
export const part = (title: string, ...blocks: readonly Block[]): Section => ({
  kind: 'section',
  title,
  blocks,
});

/** Sections as an annex. */
export const annex = (...sections: readonly Section[]): readonly Section[] =>
  sections.map((each) => ({ ...each, annex: true }));

/** Running text. */
export const paragraph = (content: Content): Block => ({ kind: 'paragraph', content });

/** Labels with what they say; what is `undefined` is left out. */
export const facts = (
  ...rows: readonly (readonly [label: string, value: Content] | undefined)[]
): FactsBlock => ({ kind: 'facts', rows: rows.filter((row) => row !== undefined) });

/** A table of plain rows. */
export const table = (
  caption: string,
  columns: readonly (string | Column)[],
  rows: readonly (readonly Content[] | Row)[],
): Table => ({
  kind: 'table',
  caption,
  columns: columns.map((column) => (typeof column === 'string' ? { title: column } : column)),
  rows: rows.map((row) => ('cells' in row ? row : { cells: row })),
});

/** A column of numbers. */
export const numeric = (title: string): Column => ({ title, numeric: true });

/** A column that takes this share of the width. */
export const wide = (title: string, share: number): Column => ({ title, share });
