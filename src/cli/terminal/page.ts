import type { Paint } from './paint.ts';
import { show, showCode } from './print-text.ts';
import { layTable } from './table.ts';

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

/** Sets a page for a terminal; it ends with a line feed. */
export function layPage(page: Page, { bold, dim }: Pick<Paint, 'bold' | 'dim'>): string {
  const blocks = [
    `${bold(show(page.title))}\n${dim(show(page.subtitle))}`,
    ...page.sections.filter(saysSomething).map(({ heading, lines = [], code, table }) => {
      const rows = table ? layTable(table.rows).trimEnd().split('\n') : [];
      const content = [
        ...lines.map(show),
        ...(code?.split('\n').map(showCode) ?? []),
        ...rows,
      ].filter((line) => line !== '');
      return [bold(show(heading)), ...content.map((line) => `  ${line}`)].join('\n');
    }),
  ];
  return `${blocks.join('\n\n')}\n`;
}
