/**
 * Characters that act on the text around them, or that nobody sees: controls, format and bidirectional
 * controls, invisible letters, private use, non-characters, lone surrogates, and combining marks piled up
 * so high that they cover the lines above. The variation selectors of emoji stay.
 */
const acting =
  /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|(?<=\p{M}{4})\p{M}/gu;

/** The same, less line feed and tab. */
const actingInProse = new RegExp(`(?![\\n\\t])(?:${acting.source})`, 'gu');

/** Nearly every text: printable ASCII alone, where no character acts. */
const plain = /^[ -~]*$/;

/** Makes a character visible as ⟨U+202E⟩. */
export function token(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** How a text is made harmless. */
export interface InertOptions {
  /** Longest text that is shown, in UTF-16 units; what is over is counted by `more`. */
  readonly max: number;
  /** What stands for the rest of a text that was too long. */
  readonly more: (hidden: number) => string;
  /** Whether line feeds and tabs may stay: in sentences, never in names. */
  readonly prose?: boolean;
}

/**
 * Makes a text that came from outside harmless for every format: it can neither change how its
 * surroundings read, nor hide, nor flood the page. Escaping for a format is the format's own business.
 */
export function inert(text: string, { max, more, prose = false }: InertOptions): string {
  // Cut first: what is shown alone is looked at, and a cut never halves a pair of surrogates.
  let end = Math.min(text.length, max);
  if (end < text.length && text.codePointAt(end - 1) !== text.charCodeAt(end - 1)) end -= 1;
  const begin = text.slice(0, end);
  const shown = plain.test(begin) ? begin : begin.replaceAll(prose ? actingInProse : acting, token);
  return end < text.length ? `${shown}… ${more(text.length - end)}` : shown;
}
