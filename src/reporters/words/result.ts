import type { Words } from './table.ts';

/** The figures. */
export const resultWords = {
  'result.findings': { en: 'Findings', zh: '检查结果' },
  'result.requirements': { en: 'Requirements', zh: '标准要求' },
  'result.decided': {
    en: 'Controls came to a result: {count} of {total} requirements',
    zh: '控制项已得出结果的要求：{count} / {total} 条',
  },
  'result.open': {
    en: 'Controls came to no result: {count} of {total} requirements',
    zh: '控制项未得出结果的要求：{count} / {total} 条',
  },
  'result.made-of': { en: '{word} ({count}): {parts}.', zh: '{word}（{count}）：{parts}。' },
  'result.none-of': { en: 'None: {words}.', zh: '以下均为 0：{words}。' },
  'result.status': { en: 'Status', zh: '状态' },
  'result.count': { en: 'Count', zh: '数量' },
  'result.by-subject': { en: 'Findings by subject', zh: '按对象统计的检查结果' },
  'result.by-subject-note': {
    en: 'Subjects with most failures first; shown: {count} of {total}. The inventory lists all.',
    zh: '按未通过数由多到少排列，显示 {count} / {total} 个；全部对象见对象清单。',
  },
  'result.by-part': { en: 'Requirements by part of the standard', zh: '按标准各部分统计的要求' },
  'general.in-part': {
    en: 'In part, accepted, or for a person to judge',
    zh: '部分证实、已接受或待人工判断',
  },
  'result.accepted': { en: 'Failed and accepted', zh: '未通过但已接受' },
  'result.share': { en: 'Share', zh: '占比' },
  'result.of': { en: '{count} of {total}', zh: '{count} / {total}' },
  'result.failures': { en: 'Failures by severity', zh: '按严重程度统计的未通过项' },
  'result.word': { en: 'Result', zh: '判定' },
  'result.by-rule': { en: 'Roll-up status', zh: '归并状态' },
  'result.chart': {
    en: 'Findings by status; the table beside it has the numbers.',
    zh: '按状态统计的检查结果，数值见旁边的表格。',
  },
  'result.groups-left-out': {
    en: 'Headings that only group other requirements are not counted.',
    zh: '仅用于归类的标题不计入。',
  },
  'result.failed': { en: 'Failed and not accepted', zh: '未通过且未被接受' },
  'result.undecided': { en: 'Not decided', zh: '无法判定' },
  'result.seen': { en: 'Subjects read', zh: '已读取的对象' },
  'result.no-failures': { en: 'Nothing failed.', zh: '没有未通过的检查。' },
  'result.nothing-judged': {
    en: 'There was nothing to judge.',
    zh: '没有可检查的内容。',
  },
  'result.nothing-decided': { en: 'Nothing could be decided.', zh: '没有一项检查能够判定。' },
} as const satisfies Words;
