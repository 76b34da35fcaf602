import type { Language } from '../../core/text.ts';
import type { Locale } from './locale.ts';

/** What the readers of a standard call what other reports call otherwise, by language: each in its turn. */
export type Terms = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;

/**
 * A language as the readers of a standard speak it. The messages of reports alone change: what was read, and what the
 * standard and its controls say, stays as it is.
 */
export function inTerms(locale: Locale, terms: Terms): Locale {
  const called = Object.entries(terms[locale.base] ?? {});
  const rename = (message: string): string =>
    called.reduce((said, [word, term]) => said.replaceAll(word, term), message);
  const messages = Object.fromEntries(
    Object.entries(locale.messages).map(([id, message]) => [id, rename(message)]),
  ) as Locale['messages'];
  return { ...locale, messages };
}
