import { languages, type Language } from '../../core/text.ts';
import { builtinKinds } from '../../core/subjects/kinds.ts';
import { messages, type MessageId } from '../words/messages.ts';
import { writeEnglishDate, writeChineseDate } from './dates.ts';

/** A language of the reports, whole: what it has no word for of its own stands in its base already. */
export interface Locale {
  /** A language tag of BCP 47: `en`, `zh`, `de-AT`; it becomes part of file names. */
  readonly id: string;
  /** What its speakers call it. */
  readonly name: string;
  /** The language of what it has no words for: texts of controls, standards and checks have English and Chinese. */
  readonly base: Language;
  readonly messages: Readonly<Record<MessageId, string>>;
  /** How people call each kind of subject, by the kind. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Texts of controls, standards and checks, by their wording in the base language. */
  readonly texts: Readonly<Record<string, string>>;
  /** Between thousands: `,`. */
  readonly thousands: string;
  /** Writes a month, day or instant of ISO 8601 for people, in UTC; what is not one stays as it is. */
  readonly date: (iso: string) => string;
  /** How many messages stand in the base language; 0 for a language that is whole. */
  readonly missing: number;
}

function builtinLocale(id: Language, name: string, date: Locale['date']): Locale {
  const said = Object.entries(messages).map(([message, text]) => [message, text[id]] as const);
  return {
    id,
    name,
    base: id,
    // The ids are those of the table that it is made of.
    messages: Object.fromEntries(said) as Record<MessageId, string>,
    kinds: Object.fromEntries(builtinKinds.map(({ kind, label }) => [kind, label[id]])),
    texts: {},
    thousands: ',',
    date,
    missing: 0,
  };
}

/** The languages that everything exists in. */
export const builtinLocales = {
  en: builtinLocale('en', 'English', writeEnglishDate),
  zh: builtinLocale('zh', '简体中文', writeChineseDate),
} as const satisfies Record<Language, Locale>;

/** A language by its id, or as it is. */
export const localeOf = (language: Language | Locale): Locale =>
  typeof language === 'string' ? builtinLocales[language] : language;

/** The language for what exists in English and Chinese alone, such as formats for machines. */
export const baseOf = (language: Language | Locale): Language =>
  typeof language === 'string' ? language : language.base;

/** Whether everything exists in it. */
export const isBuiltin = ({ id }: Locale): boolean => languages.some((each) => each === id);
