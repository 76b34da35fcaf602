import type { Words } from './table.ts';

/** The further places that one finding is about. */
export const placesWords = {
  'places.between': { en: ', ', zh: '、' },
  'places.line': { en: ' (also at line {line})', zh: '（另见第 {line} 行）' },
  'places.lines': { en: ' (also at lines {lines})', zh: '（另见第 {lines} 行）' },
  'places.more-lines': {
    en: ' (also at lines {lines} and {count} more)',
    zh: '（另见第 {lines} 行，另有 {count} 行）',
  },
  'places.links': { en: ' (also at {links})', zh: '（另见 {links}）' },
  'places.more-links': {
    en: ' (also at {links} and {count} more)',
    zh: '（另见 {links}，另有 {count} 处）',
  },
  'places.at': { en: 'line {line}', zh: '第 {line} 行' },
  'places.at-file': { en: '{file}, line {line}', zh: '{file} 第 {line} 行' },
  'places.same': { en: 'Also here', zh: '此处亦然' },
  'places.truncated': {
    en: '{shown} of {all} failures are listed, the most severe ones: readers accept no more',
    zh: '共 {all} 项失败，仅列出最严重的 {shown} 项：读取方不接受更多',
  },
} as const satisfies Words;
