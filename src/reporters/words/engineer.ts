import type { Words } from './table.ts';

/** The document for the engineers who fix the failures. */
export const engineerWords = {
  'engineer.title': { en: 'Engineer’s report', zh: '工程整改报告' },
  'engineer.order': {
    en: 'Host by host: by severity, then by how many failures one change fixes. What fails for the same cause stands in one row.',
    zh: '按主机列出：先按严重程度，再按一次整改所能消除的未通过项数量排列；同一原因导致的未通过项并为一行。',
  },
  'engineer.rank': { en: 'Order', zh: '次序' },
  'engineer.where': { en: 'Where', zh: '涉及对象' },
  'engineer.fix': { en: 'Fix, and how to check it', zh: '整改方法与复查命令' },
  'engineer.check': { en: 'Check:', zh: '复查：' },
  'engineer.beside': { en: 'With it falls: {names}', zh: '随之消除：{names}' },
  'engineer.fix-count': { en: '{count} fixes', zh: '整改 {count} 项' },
  'engineer.more': { en: '{names} and {count} more', zh: '{names} 等，另有 {count} 处' },
  'engineer.hosts': { en: 'Failures by host', zh: '各主机未通过数' },
} as const satisfies Words;
