const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

const columnsOf = (character: string): number => (wide.test(character) ? 2 : 1);

/** A text without style as far as a line of a terminal has columns for it; East Asian wide characters take two. */
export function fitColumns(text: string, columns: number): string {
  let width = 0;
  let fits = '';
  for (const character of text) {
    width += columnsOf(character);
    if (width <= columns - 1) fits += character;
    if (width > columns) return `${fits}…`;
  }
  return text;
}

/** Words behind a head, on as many lines as they need; those after the first are indented. */
export function wrapColumns(
  head: string,
  words: readonly { readonly text: string; readonly styled: string }[],
  columns: number,
): readonly string[] {
  const lines: string[] = [];
  let at = widthOf(head) + 2;
  let line = '';
  for (const { text, styled } of words) {
    const width = widthOf(text) + 3;
    if (line !== '' && at + width > columns) {
      lines.push(line);
      [line, at] = ['', 2];
    }
    line = line === '' ? styled : `${line} · ${styled}`;
    at += width;
  }
  return [...lines, line].map((each, place) => (place === 0 ? each : `  ${each}`));
}

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, each) => sum + columnsOf(each), 0);
