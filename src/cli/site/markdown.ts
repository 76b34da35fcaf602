import { saysSomething, type Page, type Section, type Table } from '../terminal/page.ts';

/**
 * Keeps a text from being read as Markdown: it means itself, and nothing in it makes a table cell, a link or a
 * tag. What stands between backticks is code already.
 */
export const asMarkdown = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part, at) =>
      at % 2 === 1 ? part.replaceAll('|', '\\|') : part.replaceAll(/[\\*_<>|[\]]/g, '\\$&'),
    )
    .join('');

const isLink = (line: string): boolean => /^https:\/\/\S+$/.test(line);

const lineOf = (line: string): string => (isLink(line) ? `- <${line}>` : asMarkdown(line));

/** Lines of prose stand in paragraphs of their own, links in a list. */
const linesOf = (lines: readonly string[]): string =>
  lines.map(lineOf).join(lines.every(isLink) ? '\n' : '\n\n');

/** A table whose cells are Markdown already. */
export function rowsOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function tableOf({ head, rows, code = [] }: Table): string {
  const cell = (text: string, column: number): string =>
    code.includes(column) ? `\`${text.replaceAll('|', '\\|')}\`` : asMarkdown(text);
  return rowsOf(
    head,
    rows.map((cells) => cells.map(cell)),
  );
}

function sectionOf({ heading, lines = [], code, table }: Section): string {
  const parts = [
    `## ${heading}`,
    ...(lines.length > 0 ? [linesOf(lines)] : []),
    ...(code === undefined ? [] : [`\`\`\`ts\n${code}\n\`\`\``]),
    ...(table && table.rows.length > 0 ? [tableOf(table)] : []),
  ];
  return parts.join('\n\n');
}

/** A page as a Markdown document; `links` stand below its title. */
export function markdownOf(page: Page, links: readonly string[]): string {
  const blocks = [
    `# ${asMarkdown(page.title)}`,
    [asMarkdown(page.subtitle), ...links].join(' · '),
    ...page.sections.filter(saysSomething).map(sectionOf),
  ];
  return `${blocks.join('\n\n')}\n`;
}
