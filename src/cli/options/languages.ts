import { languages, type Language, type PlimsollConfig, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { Locale } from '../../report.ts';
import type { SharedOptions } from './options.ts';

type Asked = Pick<SharedOptions, 'lang' | 'language'>;

/** A language of the package by its id, or one that the configuration brings. */
export type ReportLanguage = Language | Locale;

/**
 * The languages of the reports: as many as were asked for, else that of the configuration, else English.
 *
 * @throws PlimsollError `locale-unknown`; the hint names the known ones
 */
export function languagesOf(
  { lang, language }: Asked,
  config: PlimsollConfig,
): readonly [ReportLanguage, ...ReportLanguage[]] {
  const [first, ...others] = new Set(language ?? []);
  if (first === undefined) return [lang ?? config.language ?? 'en'];
  return [find(first, config), ...others.map((each) => find(each, config))];
}

/** The language of what the command line itself says, which has English and Chinese. */
export function languageOf(asked: Asked, config: PlimsollConfig): Language {
  const [first] = languagesOf(asked, config);
  return typeof first === 'string' ? first : first.base;
}

/** The id by which a language is asked for, and which becomes part of the name of a file. */
export const idOf = (language: ReportLanguage): string =>
  typeof language === 'string' ? language : language.id;

function find(id: string, { locales = [] }: PlimsollConfig): ReportLanguage {
  const builtin = languages.find((each) => each === id);
  if (builtin !== undefined) return builtin;
  // A configuration knows of a language only that it is one: `defineLocale` made it.
  const own = locales.find((each) => each.id === id) as Locale | undefined;
  if (own) return own;
  throw new PlimsollError(
    'locale-unknown',
    text(`There is no language ${JSON.stringify(id)}.`, `没有语言 ${JSON.stringify(id)}。`),
    {
      hint: text(
        `The languages are: ${[...languages, ...locales.map((each) => each.id)].join(', ')}. One more is made with defineLocale, and named under locales in a configuration: --config FILE`,
        `可用的语言：${[...languages, ...locales.map((each) => each.id)].join('、')}。其他语言用 defineLocale 制作，并列在配置的 locales 中：--config FILE`,
      ),
    },
  );
}
