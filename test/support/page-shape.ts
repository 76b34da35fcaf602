/** What stands between two fences, or one line of what stands outside of all. */
const parts = /^```(\w*)\n([\s\S]*?)^```$|^.+$/gm;

/** A comment to its end, save those that are code: the first line of a script, and exceptions. */
const hash = /(^|\s)#(?!!| plimsoll-).*$/;
const slashes = /(^|\s)\/\/(?! plimsoll-).*$/;

/** How a comment is written, by the language of a block; a block of any other language has none. */
const comments: Readonly<Record<string, RegExp>> = {
  dockerfile: hash,
  sh: hash,
  yaml: hash,
  js: slashes,
  ts: slashes,
};

/** A code block without its comments, which may be in any language, and without the room before them. */
function withoutComments(language: string, code: string): string {
  const comment = comments[language];
  if (comment === undefined) return code;
  return code
    .split('\n')
    .map((line) => line.replace(comment, '').trimEnd())
    .join('\n');
}

/** What kind of line this is, where that is the same in every language: paragraphs are not. */
function lineShape(line: string): string | undefined {
  const heading = /^#+ /.exec(line)?.[0];
  if (heading !== undefined) return heading.trim();
  if (line.startsWith('|')) return `row of ${line.split(/(?<!\\)\|/).length - 2}`;
  const item = /^ *(?:-|\d+\.) /.exec(line)?.[0];
  if (item !== undefined) return item.replace(/\S+/, (mark) => (mark === '-' ? '-' : '1.'));
  if (line.startsWith('![')) return 'picture';
  return line.startsWith('<!--') ? line : undefined;
}

/**
 * What a page of Markdown has in every language, in its order: headings by their level, list items, rows of tables,
 * pictures, remarks for tests, and code without its comments.
 */
export function pageShape(page: string): readonly string[] {
  return [...page.matchAll(parts)].flatMap(([whole, language, code]) =>
    language === undefined || code === undefined
      ? (lineShape(whole) ?? [])
      : `${language}: ${withoutComments(language, code)}`,
  );
}

/** The texts between backticks outside of code blocks, each once: names, options, values. */
export function codeSpans(page: string): readonly string[] {
  const prose = page.replaceAll(/^```[\s\S]*?^```$/gm, '');
  const spans = [...prose.matchAll(/(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/g)];
  return [...new Set(spans.map(([, , text = '']) => text.replaceAll(/\s+/g, ' ')))].toSorted();
}
