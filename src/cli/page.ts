import type { Paint } from './paint.ts';

/** A page of help: what a program gets, and what a person reads. */
export interface Page {
  readonly data: object;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

/** A heading with its lines; a section without lines is left out. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Sets a page for a terminal; it ends with a line feed. */
export function layPage(page: Page, { bold, dim }: Pick<Paint, 'bold' | 'dim'>): string {
  const blocks = [
    `${bold(page.title)}\n${dim(page.subtitle)}`,
    ...page.sections
      .filter(({ lines }) => lines.length > 0)
      .map(({ heading, lines }) => [bold(heading), ...lines.map((line) => `  ${line}`)].join('\n')),
  ];
  return `${blocks.join('\n\n')}\n`;
}
