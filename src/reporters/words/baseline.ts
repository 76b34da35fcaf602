import type { Words } from './table.ts';

/** What a baseline says of failures. */
export const baselineWords = {
  'baseline.title': { en: 'Baseline', zh: '基线' },
  'baseline.new': { en: 'New', zh: '新增' },
  'baseline.unchanged': { en: 'Known', zh: '已知' },
  'baseline.updated': { en: 'Worse', zh: '加重' },
  'baseline.known': {
    en: 'Failures that the baseline accepts, not listed: {count}.',
    zh: '基线已接受、此处不列出的未通过项：{count} 项。',
  },
  'baseline.none': { en: 'No new failure.', zh: '没有新增的未通过项。' },
  'baseline.skipped': { en: 'Accepted by the baseline: {what}', zh: '基线已接受：{what}' },
  'baseline.absent': { en: 'No longer fails: {subject}', zh: '不再失败：{subject}' },
} as const satisfies Words;
