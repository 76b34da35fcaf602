/** One statement of a sudoers file. */
export interface SudoersLine {
  /** Without comments, continued lines joined. */
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
}

/** What ends a run of plain characters. */
const marks = /[\\"#\n]/g;

/** A backslash at the end of a line continues it, also with blanks behind it where it stands alone: behind a word, that escapes one. */
const continued = /\\\r?\n|(?<![^ \t])\\[ \t]+\r?\n/y;

/**
 * Splits the text of a sudoers file into statements. A number sign begins a comment, which no backslash continues, unless
 * digits follow it, which make it a user's number, or it is quoted, escaped, or an `#include`.
 */
export function splitStatements(text: string): readonly SudoersLine[] {
  const statements: SudoersLine[] = [];
  let made = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const end = (): void => {
    const statement = made.trim();
    if (statement !== '') statements.push({ text: statement, line: begun });
    made = '';
    quoted = false;
  };
  for (let at = 0; at < text.length;) {
    if (made.trim() === '') begun = line;
    marks.lastIndex = at;
    const next = marks.exec(text)?.index ?? text.length;
    made += text.slice(at, next);
    at = next + 1;
    const char = text[next];
    continued.lastIndex = next;
    if (char === '\n') {
      end();
      line += 1;
    } else if (char === '\\' && continued.test(text)) {
      // Between words it is one more space; a quoted text goes on.
      if (!quoted) made += ' ';
      at = continued.lastIndex;
      line += 1;
    } else if (char === '\\') {
      made += text.slice(next, next + 2);
      at = next + 2;
    } else if (char === '"') {
      quoted = !quoted;
      made += char;
    } else if (char === '#') {
      const plain =
        quoted || isInclude(made, text, next) || /^#-?\d/.test(text.slice(next, next + 3));
      if (plain) made += char;
      else at = text.indexOf('\n', next) < 0 ? text.length : text.indexOf('\n', next);
    }
  }
  end();
  return statements;
}

const isInclude = (before: string, text: string, at: number): boolean =>
  before.trim() === '' && /^#include(?:dir)?[ \t]/.test(text.slice(at, at + 12));
