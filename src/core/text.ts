import { z } from 'zod';

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

/** The border parser of {@link Text}: both languages, neither empty. */
export const textSchema = z.object({ en: z.string().min(1), zh: z.string().min(1) });

/** Pairs an English sentence with its Chinese one. */
export const text = (en: string, zh: string): Text => ({ en, zh });

/** Joins messages into one, each language with its own separator. */
export function joinTexts(texts: readonly Text[]): Text {
  return {
    en: texts.map((part) => part.en).join('; '),
    zh: texts.map((part) => part.zh).join('；'),
  };
}
