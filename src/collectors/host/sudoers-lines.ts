/** One statement of a sudoers file. */
export interface SudoersLine {
  /** Without comments, continued lines joined. */
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
}

/**
 * Splits the text of a sudoers file into statements. A backslash continues a line; a number sign begins a
 * comment, unless digits follow it, which make it a user's number, or it is quoted, escaped, or an
 * `#include`.
 */
export function sudoersLines(text: string): readonly SudoersLine[] {
  const statements: SudoersLine[] = [];
  let begun: SudoersLine | undefined;
  text.split('\n').forEach((physical, at) => {
    const line = begun?.line ?? at + 1;
    const joined = `${begun?.text ?? ''}${physical.replace(/\r$/, '')}`;
    // A comment swallows its continued lines too: they are joined before it is cut off.
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(joined)) {
      begun = { text: joined.slice(0, -1), line };
      return;
    }
    begun = undefined;
    const statement = withoutComment(joined).trim();
    if (statement !== '') statements.push({ text: statement, line });
  });
  if (begun) statements.push(begun);
  return statements;
}

function withoutComment(line: string): string {
  if (/^\s*#include(?:dir)?\s/.test(line)) return line;
  const end = line.matchAll(/\\.|"(?:\\.|[^"\\])*"|#(?!-?\d)/g);
  for (const match of end) if (match[0] === '#') return line.slice(0, match.index);
  return line;
}

/**
 * Splits at a separator that is neither escaped, nor quoted, nor in parentheses; the parts are trimmed.
 */
export function splitOutside(text: string, separator: ',' | ':' | '='): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(/\\.|"(?:\\.|[^"\\])*"|[(),:=]/g)) {
    if (found === '(') depth += 1;
    else if (found === ')') depth -= 1;
    else if (found === separator && depth <= 0) {
      parts.push(text.slice(from, index).trim());
      from = index + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}
