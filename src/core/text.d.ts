import { z } from 'zod';
/** The languages in which everything that a reader sees exists. */
export declare const languages: readonly ["en", "zh"];
/** `en` is English, `zh` is simplified Chinese. */
export type Language = (typeof languages)[number];
/** One message in every language; leaving one out does not compile. */
export type Text = Readonly<Record<Language, string>>;
/** The border parser of {@link Text}: both languages, neither empty. */
export declare const textSchema: z.ZodObject<{
    en: z.ZodString;
    zh: z.ZodString;
}, z.core.$strip>;
/** Pairs an English sentence with its Chinese one. */
export declare const text: (en: string, zh: string) => Text;
/** Joins messages into one, each language with its own separator. */
export declare function joinTexts(texts: readonly Text[]): Text;
