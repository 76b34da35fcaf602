import type { Words } from './table.ts';

/** What stands on paper in place of what is elsewhere. */
export const printedWords = {
  'print.notice': {
    en: 'Printed in short. The HTML report has every fact that was read, and so has assessment.json, which is attached to this file; --annex full prints all.',
    zh: '本文件为精简打印版。逐项读取的事实见 HTML 报告及本文件所附的 assessment.json；使用 --annex full 可打印全部内容。',
  },
  'print.evidence': {
    en: 'The facts behind {count} findings are not printed. The HTML report shows them by control under the same numbers; the attached assessment.json and the bundle hold them under the ids of control and subject.',
    zh: '{count} 项结果所依据的事实未打印。HTML 报告按控制项以相同编号列出；所附 assessment.json 与证据包按控制项和对象的标识保存。',
  },
  'print.without-result': {
    en: 'Requirements that no control decided, not printed here: {count}. “{needs}” names them by reason; the HTML report has their rows.',
    zh: '没有控制项作出判定、此处不打印的要求 {count} 条：按原因列于“{needs}”，逐条见 HTML 报告。',
  },
  'print.cut': {
    en: '… ({count} more letters: see the HTML report)',
    zh: '……（另有 {count} 个字符，见 HTML 报告）',
  },
  'print.more-messages': {
    en: 'Other messages about other subjects, in the HTML report: {count}',
    zh: '其他对象另有 {count} 种情况，见 HTML 报告',
  },
  'print.more': { en: 'and {count} more', zh: '另有 {count} 个' },
  'print.sources': {
    en: 'The code of each check and its hash are in the HTML report and in the bundle.',
    zh: '各检查的代码及其哈希值见 HTML 报告与证据包。',
  },
  'print.ids': { en: '{count}: {ids}.', zh: '{count} 条：{ids}。' },
} as const satisfies Words;
