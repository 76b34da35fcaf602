/** The languages in which everything that a reader sees exists. */
export const languages = ['en', 'zh'] as const;

/** `en` is English, `zh` is simplified Chinese. */
export type Language = (typeof languages)[number];

/** One message in every language; leaving one out does not compile. */
export interface Text {
  /** English. */
  readonly en: string;
  /** Simplified Chinese. */
  readonly zh: string;
}

/**
 * A sentence in every language or, where nobody wrote it in both, as it was written: names that are the same in all, what
 * a person says of their own, and snapshots of releases that wrote English alone.
 */
export type Wording = Text | string;

/** A wording for a reader of a language: what stands in one string alone is the same for all. */
export const inLanguage = (wording: Wording, language: Language): string =>
  typeof wording === 'string' ? wording : wording[language];

/** A wording in both languages: what was written as one string is the same in both. */
export const inBoth = (wording: Wording): Text =>
  typeof wording === 'string' ? { en: wording, zh: wording } : wording;

/** Pairs an English sentence with its Chinese one. */
export const text = (en: string, zh: string): Text => ({ en, zh });

/** Joins messages into one, each language with its own separator. */
export function joinTexts(texts: readonly Text[]): Text {
  return {
    en: texts.map((part) => part.en).join('; '),
    zh: texts.map((part) => part.zh).join('；'),
  };
}
