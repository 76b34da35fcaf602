import type { Words } from './table.ts';

/** The document for the engineers who fix the failures. */
export const engineerWords = {
  'engineer.title': { en: 'Engineer’s report', zh: '工程整改报告' },
  'engineer.order': {
    en: 'By severity, then by how many failures one change fixes.',
    zh: '先按严重程度，再按一次整改所能消除的未通过项数量排列。',
  },
  'engineer.rank': { en: 'Order', zh: '次序' },
  'engineer.where': { en: 'Where', zh: '所在主机' },
  'engineer.more': { en: '{names} and {count} more', zh: '{names} 等，另有 {count} 处' },
  'engineer.hosts': { en: 'Failures by host', zh: '各主机未通过数' },
} as const satisfies Words;
