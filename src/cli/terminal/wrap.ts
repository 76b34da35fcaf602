import { stripVTControlCharacters } from 'node:util';

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** How many columns of a terminal a text takes: East Asian wide characters take two. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of stripVTControlCharacters(text)) width += wide.test(character) ? 2 : 1;
  return width;
}

/** Columns of the terminal behind stdout; no end where it is a file, a pipe, or does not say. */
export const terminalWidth = (): number => process.stdout.columns || Infinity;

/** Marks that no line may begin with; they stay with what is before them. */
const closing = /^[，。、；：！？）》」』】”’…]/;
/** Marks that no line may end with. */
const opening = /[（《「『【“‘]$/;

/**
 * Breaks a text into lines of at most so many columns: at spaces, between East Asian characters, and in a word that is
 * longer than a line after its commas. Without any, such as an address, it stays whole and runs over. Lines after the
 * first stand under the text, further in where it has cells of its own.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const [indent = ''] = /^ */.exec(text) ?? [];
  const hanging = indent + ' '.repeat(/\S {2,}\S/.test(text) ? 4 : 0);
  const lines: string[] = [];
  let [line, used] = [indent, indent.length];
  for (const piece of piecesOf(text.slice(indent.length), columns - hanging.length)) {
    if (line.trim() !== '' && used + displayWidth(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      [line, used] = [hanging, hanging.length];
    }
    line += piece;
    used += displayWidth(piece);
  }
  return [...lines, line.trimEnd()];
}

/** Parts of a text between which a line may end, each with the spaces behind it. */
function piecesOf(text: string, columns: number): readonly string[] {
  const pieces: string[] = [];
  for (const [part] of text.matchAll(/\s+|\S/gu)) {
    const last = pieces.at(-1);
    if (last !== undefined && joins(last, part)) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces.flatMap((piece) =>
    displayWidth(piece.trimEnd()) > columns ? piece.split(/(?<=,)(?=\S)/) : [piece],
  );
}

const joins = (last: string, next: string): boolean =>
  /^\s/.test(next) ||
  (!/\s$/.test(last) &&
    (closing.test(next) ||
      opening.test(last) ||
      !(wide.test(last.at(-1) ?? '') || wide.test(next))));
