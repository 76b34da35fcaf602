import type { Words } from './table.ts';

/** What is drawn. */
export const chartsWords = {
  'chart.bars': {
    en: 'Bars: {count}; the table that follows has the numbers.',
    zh: '共 {count} 条，数值见后附表格。',
  },
  'chart.part': { en: '“{label}”', zh: '“{label}”' },
  'chart.drawn': {
    en: 'A bar shows {drawn}; the figures beside it are its own count and that of its row below. No bar shows {left}.',
    zh: '条形表示{drawn}，旁边的数字为条形所示数与下表该行总数。{left}不画条形。',
  },
  'chart.trend': {
    en: 'From {first} on {from} to {last} on {to}; the table that follows has the numbers.',
    zh: '由{from}的 {first} 项变为{to}的 {last} 项，数值见后附表格。',
  },
} as const satisfies Words;
