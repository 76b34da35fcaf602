import type { Words } from './table.ts';

/** How scans went over time. */
export const historyWords = {
  'duration.days': { en: '{count} d', zh: '{count} 天' },
  'duration.hours': { en: '{count} h', zh: '{count} 小时' },
  'duration.minutes': { en: '{count} min', zh: '{count} 分钟' },
  'history.trend': { en: 'Failures over time', zh: '未通过项的变化趋势' },
  'history.scanned': { en: 'Collected', zh: '采集时间' },
  'history.about': {
    en: 'From the ledger: scans of {label} between {from} and {to}: {scans}. Findings of a scan count until the next one.',
    zh: '数据来自台账：{label}，{from}至{to}共扫描 {scans} 次。每次扫描的结果视为持续到下一次扫描。',
  },
  'history.gap': {
    en: 'Longest time without a scan: {lasts}, from {from} to {to}.',
    zh: '最长未扫描间隔：{lasts}，自{from}至{to}。',
  },
  'history.course': {
    en: 'Failures went from {first} on {from} to {last} on {to}.',
    zh: '未通过项由{from}的 {first} 项变为{to}的 {last} 项。',
  },
  'history.span': { en: '{from} to {to}', zh: '{from}至{to}' },
  'history.none': {
    en: 'The ledger has no matching scan in this period.',
    zh: '台账中没有该时段内的扫描。',
  },
} as const satisfies Words;
