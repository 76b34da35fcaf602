import type { Words } from './table.ts';

/** The summary for a reader who reads one page only. */
export const summaryWords = {
  'summary.read': {
    en: 'Subjects read: {count} of {of}. Findings: {findings}. Failures that nobody accepted: {failed}. Undecided: {undecided}.',
    zh: '已读取对象 {count} / {of} 个；检查结果 {findings} 项；未通过且未被接受 {failed} 项；无法判定 {undecided} 项。',
  },
  'summary.standing': { en: 'Overall result', zh: '总体情况' },
  'summary.failed': { en: 'Failed requirements', zh: '未满足的要求' },
  'summary.also-failed': {
    en: 'With failures as well, though their result is another:',
    zh: '判定结果不同、但同样存在未通过项的要求：',
  },
  'summary.none-failed': {
    en: 'No requirement is broken by a failure that nobody accepted.',
    zh: '没有任何要求因未被接受的未通过项而不满足。',
  },
  'summary.worst': { en: 'Most severe causes', zh: '最严重的原因' },
  'summary.worst-note': {
    en: 'Most severe first; shown: {count} of {total} causes of failure.',
    zh: '按严重程度排列；显示 {count} / {total} 个未通过原因。',
  },
  'summary.subjects': { en: 'Failures', zh: '未通过数' },
  'summary.limits': { en: 'Limits of this result', zh: '结果的局限' },
  'summary.no-limits': {
    en: 'Everything requested was read, and nothing was accepted.',
    zh: '所请求的内容均已读取，且没有任何风险接受记录。',
  },
  'summary.unseen': {
    en: 'Not seen, and left undecided: {count} of {total} findings ({kinds}). “{section}” lists each. Reasons with most findings:',
    zh: '未能查看、因而无法判定的结果：{count} / {total} 项（{kinds}），逐项列于“{section}”。主要原因：',
  },
  'summary.kind-count': { en: '{kind} {count}', zh: '{kind} {count} 项' },
  'summary.more-reasons': {
    en: '{count} more findings for other reasons',
    zh: '其他原因 {count} 项',
  },
  'summary.lists': {
    en: 'Lists that could not be read: {lists}.',
    zh: '未能读取的列表 {lists} 个。',
  },
  'summary.accepted': {
    en: 'Accepted failures: {waived}, under waivers: {waivers}.',
    zh: '已被接受的未通过项 {waived} 个，涉及风险接受 {waivers} 项。',
  },
  'summary.stated': {
    en: 'Requirements that rest on a person’s statement: {attested}; stated as not applicable: {statements}.',
    zh: '依据人工声明的要求 {attested} 条，声明为不适用 {statements} 条。',
  },
  'summary.needs': {
    en: 'Requirements that need more evidence: {count}.',
    zh: '尚需补充证据的要求 {count} 条。',
  },
} as const satisfies Words;
