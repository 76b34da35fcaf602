import type { Words } from './table.ts';

/** What failed, by requirement and by cause. */
export const failedWords = {
  'section.failed': {
    en: 'Requirements with failures, and what to do',
    zh: '存在未通过项的要求与整改措施',
  },
  'section.annex': { en: 'Annex', zh: '附录' },
  'failed.note': {
    en: 'Each requirement names its most severe causes first. A failure that follows from another is listed under its cause. The annex has every failure in full.',
    zh: '每条要求先列最严重的原因；由其他未通过项连带引起的，归入其原因。全部未通过项详见附录。',
  },
  'failed.what': { en: 'What failed, where, and what to do', zh: '未通过项、所在对象与整改措施' },
  'failed.more': { en: 'And {count} more:', zh: '另有 {count} 项：' },
  'failed.more-subjects': { en: '{names} and {count} more', zh: '{names} 等，另有 {count} 个' },
  'failed.beside': { en: 'The same subjects fail for this cause:', zh: '同一原因连带未通过：' },
  'count.findings': { en: 'findings: {count}', zh: '{count} 项结果' },
  'count.requirements': { en: 'requirements: {count}', zh: '{count} 条要求' },
  'count.subjects': { en: 'subjects: {count}', zh: '{count} 个对象' },
  'count.problems': { en: 'problems: {count}', zh: '{count} 个问题' },
} as const satisfies Words;
