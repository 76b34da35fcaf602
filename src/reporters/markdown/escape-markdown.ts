/**
 * What Markdown, as GitHub and GitLab read it, and the HTML that it lets through would act on within a line: a backslash takes the
 * meaning away. Emphasis within a word, brackets without an address and what has no partner are shown as they are.
 */
const acting = new RegExp(
  [
    String.raw`[\\` + '`*<>|~@]',
    // An underscore acts at the edge of a word alone.
    String.raw`(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])`,
    // Links, images, and lists of contents.
    String.raw`\](?=[([])|!(?=[[\d])|\[(?=[[_^]|[^\]]*\][([])`,
    // References to issues, epics and snippets, entities, formulas.
    String.raw`#(?=[\p{L}\p{N}])|&(?=[#\p{L}\p{N}])|\$(?=\S)`,
    // Emoji, and addresses that become links by themselves.
    String.raw`:(?=[\w+-]+:|\/\/)|(?<=\bwww)\.`,
  ].join('|'),
  'giu',
);

/** What would begin a block where it begins a line: a heading, a list, a rule, the definition of a link. */
const opening = /^(?:[#+\-=[]|\d+(?=[.)]))/;

/** Writes a text so that it is shown as it is, on one line: in a cell of a table, or after something else. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(acting, (found) => found.replaceAll(/./g, String.raw`\$&`));

/** The same where the text begins a line. */
export const opened = (text: string): string =>
  plain(text)
    .trimStart()
    .replace(opening, (found) => (/\d/.test(found) ? `${found}\\` : `\\${found}`));

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
