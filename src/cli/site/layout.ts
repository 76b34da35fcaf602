import type { Language } from '../../index.ts';

/** Pages by path from the folder of the site. */
export type Pages = ReadonlyMap<string, string>;

/** Where the pages of a language stand. */
export const folders = { en: '', zh: 'zh/' } as const satisfies Record<Language, string>;

/** The other language, as its readers call it. */
const otherLanguage = { en: '中文', zh: 'English' } as const satisfies Record<Language, string>;

/** A link from a page to the same one in the other language; `path` is without the language's folder. */
export function linkAcross(path: string, language: Language): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return `[${otherLanguage[language]}](${language === 'en' ? `${up}zh/` : `${up}../`}${path})`;
}
