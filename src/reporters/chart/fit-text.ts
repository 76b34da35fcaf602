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

/**
 * Labels beside one another, each within the width. Where different ones would be cut to the same text, those that are
 * too long lose their beginnings instead, if that leaves more of them different.
 */
export function fitLabels(labels: readonly string[], width: number): readonly string[] {
  const begun = labels.map((label) => fitText(label, width));
  if (new Set(begun).size === new Set(labels).size) return begun;
  const ended = labels.map((label) => (widthOf(label) <= width ? label : fitEnd(label, width)));
  return new Set(ended).size > new Set(begun).size ? ended : begun;
}

/** An ellipsis and as much of the end as there is room for. */
const fitEnd = (text: string, width: number): string => {
  const characters = Array.from(text);
  let at = characters.length;
  while (at > 0 && widthOf(`…${characters.slice(at - 1).join('')}`) <= width) at -= 1;
  return `…${characters.slice(at).join('').trimStart()}`;
};
