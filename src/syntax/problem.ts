/** One message in both languages. */
export interface Said {
  /** English. */
  readonly en: string;
  /** Simplified Chinese. */
  readonly zh: string;
}

/** Pairs an English message with its Chinese one. */
export const said = (en: string, zh: string): Said => ({ en, zh });

/** Why a text is refused: it is not of its format, or it asks for more than is given to one. */
export type SyntaxProblemCode = 'invalid' | 'too-large';

/**
 * A text, or bytes, that a reader refuses as a whole. What reads it for a collector turns this into an error of the collector's own.
 */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
  readonly code: SyntaxProblemCode;
  /** What is wrong and where, in both languages where it was written in both; the message is the English of it. */
  readonly said: Said;
  /** The next thing to do, in English; empty when there is none. */
  readonly hint: string;
  /** The same in both languages where it was written in both. */
  readonly hinted: Said | string;

  constructor(
    code: SyntaxProblemCode,
    what: Said,
    { hint = '', cause }: { readonly hint?: Said | string; readonly cause?: unknown } = {},
  ) {
    super(typeof what === 'string' ? what : what.en, cause === undefined ? undefined : { cause });
    this.code = code;
    this.said = what;
    this.hinted = hint;
    this.hint = typeof hint === 'string' ? hint : hint.en;
  }
}
