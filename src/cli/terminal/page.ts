import type { Paint } from './paint.ts';
import { show, showCode } from './print-text.ts';
import { layRows } from './table.ts';
import { wrap } from './wrap.ts';

/** A page of help: what a program gets, and what a person reads. */
export interface Page {
  readonly data: object;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

/** A heading with its lines, its code and its table; a section without any is left out. */
export interface Section {
  readonly heading: string;
  /** TypeScript, which stands as it is. */
  readonly code?: string;
  readonly lines?: readonly string[];
  readonly table?: Table;
}

/** Rows under a head; one without rows is left out. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold names, ids or values rather than prose, counted from 0. */
  readonly code?: readonly number[];
}

/** Whether there is anything to read under a heading. */
export const saysSomething = ({ lines = [], code, table }: Section): boolean =>
  lines.length > 0 || code !== undefined || (table !== undefined && table.rows.length > 0);

/** What stands before each line of a section. */
const indent = '  ';

/**
 * Sets a page for a terminal; it ends with a line feed.
 *
 * @param width columns that a line may take; code stands as it is
 */
export function layPage(
  page: Page,
  { bold, dim }: Pick<Paint, 'bold' | 'dim'>,
  width: number = Infinity,
): string {
  const inside = width - indent.length;
  const blocks = [
    `${bold(show(page.title))}\n${dim(show(page.subtitle))}`,
    ...page.sections.filter(saysSomething).map(({ heading, lines = [], code, table }) => {
      const content = [
        ...lines.flatMap((line) => wrap(show(line), inside)),
        ...(code?.split('\n').map(showCode) ?? []),
        ...(table ? layRows(table.rows, inside) : []),
      ].filter((line) => line !== '');
      return [bold(show(heading)), ...content.map((line) => `${indent}${line}`)].join('\n');
    }),
  ];
  return `${blocks.join('\n\n')}\n`;
}
