import type { SourceFile } from 'ts-morph';

/** Text that goes into a file at a place, instead of what stands until `end` where that is given. */
export interface Edit {
  readonly at: number;
  readonly end?: number;
  readonly text: string;
}

/** Makes edits, which may not overlap, in a file in memory; its nodes are forgotten. */
export function edit(file: SourceFile, edits: readonly Edit[]): void {
  const text = edits
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (source, { at, end = at, text: added }) => source.slice(0, at) + added + source.slice(end),
      file.getFullText(),
    );
  // Line breaks stay as they are only when a file is made anew.
  file.getProject().createSourceFile(file.getFilePath(), text, { overwrite: true });
}

/** The indentation of the line that holds a position. */
export function indentAt(source: string, at: number): string {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  return /^[ \t]*/.exec(source.slice(start))?.[0] ?? '';
}

/** Whether nothing but white space and comments stands before a position on its line. */
export const isFirstOnLine = (source: string, at: number): boolean =>
  source
    .slice(source.lastIndexOf('\n', at - 1) + 1, at)
    .replaceAll(/\/\*.*?\*\//g, '')
    .trim() === '';

/** Characters of the line that holds a position, without its line break. */
export function lineAt(
  source: string,
  at: number,
): { readonly start: number; readonly end: number } {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const found = source.indexOf('\n', at);
  const end = found < 0 ? source.length : found;
  return { start, end: source[end - 1] === '\r' && end > start ? end - 1 : end };
}
