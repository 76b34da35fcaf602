/** What Markdown and the HTML that it lets through would act on; a backslash takes the meaning away. */
const acting = /[\\`*_{}[\]()#+\-.!|<>~@:&$]/g;

/** Writes a text so that it is shown as it is, on one line: in a table, a list or a heading. */
export const plain = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(acting, (character) => `\\${character}`);

/** Writes a text as code; the fence is longer than any run of backticks within. */
export function code(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  const runs = [...flat.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const padding = flat.startsWith('`') || flat.endsWith('`') || flat === '' ? ' ' : '';
  return `${fence}${padding}${flat}${padding}${fence}`;
}

/** Writes a table; the cells are Markdown already. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
