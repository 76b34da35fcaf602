import type { Words } from './table.ts';

/** What only a page on a screen has. */
export const pageWords = {
  'page.skip': { en: 'Skip to the report', zh: '跳到正文' },
  'page.search': { en: 'Search findings', zh: '搜索检查结果' },
  'page.search-hint': {
    en: 'Search: name, control, path',
    zh: '搜索：名称、控制项、路径',
  },
  'page.every-status': { en: 'Every status', zh: '全部状态' },
  'page.every-severity': { en: 'Every severity', zh: '全部严重程度' },
  'page.every-subject': { en: 'Every subject', zh: '全部对象' },
  'page.all-of': { en: '{kind}: all', zh: '{kind}：全部' },
  'page.waived': { en: 'Waivers', zh: '风险接受' },
  'page.waived-or-not': { en: 'Waived or not', zh: '是否接受风险不限' },
  'page.waived-alone': { en: 'Waived', zh: '已接受风险' },
  'page.not-waived': { en: 'Not waived', zh: '未接受风险' },
  'page.every-requirement': { en: 'Every requirement', zh: '全部要求' },
  'page.copy': { en: 'Copy', zh: '复制' },
  'page.copied': { en: 'Copied', zh: '已复制' },
  'page.matches': {
    en: 'Findings shown: {count} of {total}',
    zh: '显示检查结果：{count} / {total}',
  },
  'page.clear': { en: 'Clear', zh: '清除' },
  'page.link': { en: 'Link to this', zh: '链接到此处' },
  'page.opens': { en: 'Filter', zh: '筛选' },
  'form.open': { en: 'For a person to fill in', zh: '由人员填写' },
} as const satisfies Words;
