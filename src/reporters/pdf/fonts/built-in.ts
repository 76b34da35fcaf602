/** The families that the engine brings with it: one to read, one for code. Each stands in for the other. */
export const builtInFamilies = { serif: 'Libertinus Serif', mono: 'DejaVu Sans Mono' } as const;

/**
 * What the two built-in families are relied on to have, as ranges of code points. They have more; what is
 * not named here is looked for in the fonts of the machine.
 */
const ranges: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  // Greek
  [0x391, 0x3a1],
  [0x3a3, 0x3a9],
  [0x3b1, 0x3c9],
  // Cyrillic
  [0x401, 0x401],
  [0x410, 0x44f],
  [0x451, 0x451],
];

const punctuation = '–—‘’“”„†‡•…‰‹›€→←↑↓−≈≠≤≥⟨⟩□';

const singles = new Set(Array.from(punctuation, (character) => character.codePointAt(0)));

/** Whether the built-in families have a glyph for a code point; line feeds, tabs and break marks need none. */
export const isBuiltIn = (codePoint: number): boolean =>
  codePoint === 0x0a ||
  codePoint === 0x09 ||
  codePoint === 0x20_0b ||
  singles.has(codePoint) ||
  ranges.some(([first, last]) => first <= codePoint && codePoint <= last);

/** Every character that {@link isBuiltIn} vouches for and that has a shape. */
export const builtInCharacters = (): string =>
  ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join('') + punctuation;
