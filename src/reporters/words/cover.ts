import type { Words } from './table.ts';

/** What kind of document it is, and what stands on its first page. */
export const coverWords = {
  'title.evidence': { en: 'Container platform evidence report', zh: '容器平台安全评估证据报告' },
  'title.at-level': { en: '{title} · {level}', zh: '{title} · {level}' },
  'title.all-controls': { en: 'All controls, no framework', zh: '全部控制项，未选定标准' },
  'title.judged-as-of': {
    en: '{collected}, judged as of {day}',
    zh: '{collected}（评估基准日：{day}）',
  },
  'title.collected': { en: 'As read on {when}', zh: '数据采集时间：{when}' },
  'title.disclaimer': {
    en: 'This report states what was read and how each control judged it. The conclusion is the assessor’s.',
    zh: '本报告陈述实际读取到的事实以及各控制项据此得出的判定，最终结论由评估人员作出。',
  },
  'title.contents': { en: 'Contents', zh: '目录' },
  'title.page': { en: 'Page {page} of {pages}', zh: '第 {page} 页，共 {pages} 页' },
  'title.counted': { en: '{title} ({count})', zh: '{title}（{count}）' },
  'title.truncated': { en: '⟨{count} more characters⟩', zh: '⟨另有 {count} 个字符⟩' },
  'title.digest': {
    en: 'SHA-256 of the attached assessment.json',
    zh: '所附 assessment.json 的 SHA-256',
  },
  'title.attachment': {
    en: 'Machine-readable assessment that this report was made from',
    zh: '生成本报告所依据的评估数据（机器可读）',
  },
  'title.oscal': {
    en: 'The same assessment as OSCAL assessment results',
    zh: '同一评估的 OSCAL 评估结果',
  },
  // Of a language that the package does not bring
  'notice.words-missing': {
    en: '{count} of {total} texts of the report itself are not translated and appear in English.',
    zh: '报告自身的 {total} 条用语中有 {count} 条尚无译文，以中文显示。',
  },
  'notice.texts-missing': {
    en: '{count} of {total} titles of controls and requirements are not translated and appear in English, as messages of checks do. Evidence appears as it was read.',
    zh: '{total} 个控制项与要求的标题中有 {count} 个尚无译文，以中文显示；检查结果的说明亦同。证据均按读取时的原样显示。',
  },
  'cover.bundle': { en: 'SHA-256 of the bundle', zh: '证据包的 SHA-256' },
  'cover.organisation': { en: 'Organisation assessed', zh: '被评估单位' },
  'cover.assessor': { en: 'Assessor', zh: '评估机构' },
  'cover.number': { en: 'Document number', zh: '文件编号' },
  'cover.classification': { en: 'Classification', zh: '密级' },
} as const satisfies Words;
