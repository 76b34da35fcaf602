import { inLanguage, type Language, type Text, type Wording } from '../../core/text.ts';
import { localeOf, type Locale } from '../locale/locale.ts';
import { speaker, type Say } from '../locale/translate.ts';
import { inert } from '../../core/neutralise-text.ts';

/** The one way in which words and values enter a report: in its language, and harmless. */
export interface Voice {
  /** The language of what exists in English and Chinese alone. */
  readonly language: Language;
  readonly say: Say;
  /** How a person calls a kind of subject; a kind of the user's own goes by its id. */
  readonly kind: (kind: string) => string;
  /** A name, an id, a path: one line, short. */
  readonly name: (text: string) => string;
  /** A value that was read: one line. */
  readonly value: (text: string) => string;
  /** A line of a file: tabs and spaces stay. */
  readonly line: (text: string) => string;
  /** What a person stated, which may hold several lines. */
  readonly prose: (text: string) => string;
  /** Lines of code, which may be any number. */
  readonly source: (text: string) => string;
  /** What an author advises, which may hold several lines. */
  readonly paragraphs: (text: Text) => string;
  /** A sentence, which may hold values from outside: it stays on its line. */
  readonly text: (text: Text) => string;
  /** The same of a text, or a sentence that stands in one language alone, as it is. */
  readonly wording: (wording: Wording) => string;
  readonly date: (iso: string) => string;
}

/** Longest name, value, line and prose that are shown, in UTF-16 units. */
const longest = { name: 200, value: 1000, line: 400, prose: 4000 } as const;

/** Makes the voice of a report in a language. */
export function createVoice(language: Language | Locale): Voice {
  const { base, kinds, texts, date } = localeOf(language);
  const say = speaker(language);
  const more = (count: number): string => say('title.truncated', { count });
  const name = (text: string): string => inert(text, { max: longest.name, more });
  const prose = (text: string): string => inert(text, { max: longest.prose, more, prose: true });
  const translate = (wording: Wording): string => {
    const text = inLanguage(wording, base);
    return Object.hasOwn(texts, text) ? (texts[text] ?? '') : text;
  };
  const sentence = (wording: Wording): string =>
    inert(translate(wording), { max: longest.prose, more });
  return {
    language: base,
    say,
    kind: (kind) => (Object.hasOwn(kinds, kind) ? (kinds[kind] ?? '') : name(kind)),
    name,
    value: (text) => inert(text, { max: longest.value, more }),
    line: (text) => inert(text, { max: longest.line, more, prose: true }),
    prose,
    source: (text) => inert(text, { max: text.length, more, prose: true }),
    paragraphs: (text) => prose(translate(text)),
    text: sentence,
    wording: sentence,
    date: (iso) => name(date(iso)),
  };
}
