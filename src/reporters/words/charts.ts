import type { Words } from './table.ts';

/** What is drawn. */
export const chartsWords = {
  'chart.bars': {
    en: 'Bars: {count}; the table that follows has the numbers.',
    zh: '共 {count} 条，数值见后附表格。',
  },
  'chart.tested': { en: '{tested} of {total} tested', zh: '已测 {tested} / {total}' },
  'chart.trend': {
    en: 'From {first} on {from} to {last} on {to}; the table that follows has the numbers.',
    zh: '由{from}的 {first} 项变为{to}的 {last} 项，数值见后附表格。',
  },
} as const satisfies Words;
