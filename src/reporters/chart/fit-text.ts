import { letter } from './drawing.ts';

/** Characters that are as wide as they are high. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** About how wide a text is: a drawing is laid out before there is a font. */
export const widthOf = (text: string): number =>
  Array.from(text, (character) => (wide.test(character) ? letter : letter * 0.58)).reduce(
    (sum, each) => sum + each,
    0,
  );

/** The text, or its beginning and an ellipsis where it would be wider than that. */
export function fitText(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
