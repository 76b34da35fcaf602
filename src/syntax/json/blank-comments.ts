import { endOfText } from './bounded-json.ts';

/** What an editor lets stand in JSON beside it: comments of a line or of several, and the mark of UTF-8. */
const beside = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\uFEFF/y;

/** Everything but the ends of lines. */
const shown = /[^\r\n]/g;

const space = /[ \t\r\n]*/y;

/**
 * Makes JSON of what editors call JSON with comments: comments, commas before the end of a list or of an object, and tabs
 * between values become spaces. Every other character keeps its place, and no text changes.
 */
export function blankComments(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  let comma: number | undefined;
  let before = ',';
  const blank = (from: number, to: number): void => {
    parts.push(text.slice(kept, from), text.slice(from, to).replace(shown, ' '));
    kept = to;
  };
  const commas: number[] = [];
  for (let at = 0; at < text.length;) {
    space.lastIndex = at;
    const gap = space.exec(text)?.[0] ?? '';
    if (gap.includes('\t')) blank(at, at + gap.length);
    at += gap.length;
    if (at >= text.length) break;
    beside.lastIndex = at;
    const [comment] = beside.exec(text) ?? [];
    if (comment !== undefined) {
      blank(at, at + comment.length);
      at += comment.length;
      continue;
    }
    const found = text.charAt(at);
    if (comma !== undefined && (found === '}' || found === ']')) commas.push(comma);
    // One with nothing before it is a mistake.
    comma = found === ',' && !'[{,:'.includes(before) ? at : undefined;
    before = found;
    at = found === '"' ? endOfText(text, at) + 1 : at + 1;
  }
  parts.push(text.slice(kept));
  return withoutCommas(parts.join(''), commas);
}

function withoutCommas(text: string, commas: readonly number[]): string {
  let [made, kept] = ['', 0];
  for (const at of commas) {
    made += `${text.slice(kept, at)} `;
    kept = at + 1;
  }
  return made + text.slice(kept);
}
