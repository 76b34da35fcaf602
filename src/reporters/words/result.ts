import type { Words } from './table.ts';

/** The figures. */
export const resultWords = {
  'result.findings': { en: 'Findings', zh: '检查结果' },
  'result.requirements': { en: 'Requirements', zh: '标准要求' },
  'result.status': { en: 'Status', zh: '状态' },
  'result.count': { en: 'Count', zh: '数量' },
  'result.of': { en: '{count} of {total}', zh: '{count} / {total}' },
  'result.failures': { en: 'Failures by severity', zh: '按严重程度统计的未通过项' },
  'result.word': { en: 'Result', zh: '判定' },
  'result.by-rule': { en: 'Rolled up as', zh: '归并规则' },
  'result.chart': {
    en: 'Findings by status; the table beside it has the numbers.',
    zh: '按状态统计的检查结果，数值见旁边的表格。',
  },
  'result.groups-left-out': {
    en: 'Headings that only group other requirements are not counted.',
    zh: '仅用于归类的标题不计入。',
  },
  'result.failed': { en: 'Failed and not accepted', zh: '未通过且未被接受' },
  'result.undecided': { en: 'Not decided', zh: '未能判定' },
  'result.seen': { en: 'Subjects read', zh: '已读取的对象' },
  'result.no-failures': { en: 'Nothing failed.', zh: '没有未通过的检查。' },
} as const satisfies Words;
