import type { Assessment, FrameworkResult } from '../../core/assessment/assessment.ts';
import { isBuiltin, type Locale } from '../locale/locale.ts';
import type { Voice } from './voice.ts';

/** What of the report stands in the base language because nobody translated it; nothing for English and Chinese. */
export function translationNotices(
  { catalog }: Assessment,
  framework: FrameworkResult | undefined,
  locale: Locale,
  { say }: Voice,
): readonly string[] {
  if (isBuiltin(locale)) return [];
  const { base, texts, messages, missing } = locale;
  const titles = [
    ...catalog.controls.flatMap(({ title, failingTitle }) => [title, failingTitle ?? []].flat()),
    ...(framework?.requirements ?? []).map(({ title }) => title),
  ].map((title) => title[base]);
  const untranslated = titles.filter((title) => !Object.hasOwn(texts, title)).length;
  const total = Object.keys(messages).length;
  return [
    ...(missing > 0 ? [say('notice.words-missing', { count: missing, total })] : []),
    ...(untranslated > 0
      ? [say('notice.texts-missing', { count: untranslated, total: titles.length })]
      : []),
  ];
}
