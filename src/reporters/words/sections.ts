import type { Words } from './table.ts';

/** The sections, in the order of a reader's questions. */
export const sectionsWords = {
  'section.scope': { en: 'What was assessed', zh: '评估范围' },
  'section.result': { en: 'Result', zh: '评估结果' },
  'section.requirements': { en: 'Results by requirement', zh: '逐条要求的判定' },
  'section.failures': { en: 'What failed', zh: '未通过的检查' },
  'section.unseen': { en: 'What could not be read', zh: '未能查看的内容' },
  'section.accepted': { en: 'Who accepted what', zh: '风险接受与人工声明' },
  'section.needs': { en: 'What is still needed', zh: '尚需补充的证据' },
  'section.controls': { en: 'Evidence by control', zh: '逐项控制的证据' },
  'section.subjects': { en: 'Inventory of assessed subjects', zh: '评估对象清单' },
  'section.verify': { en: 'Verify this evidence', zh: '核验本证据' },
  'section.reading': { en: 'How to read this report', zh: '阅读说明' },
  'section.summary': { en: 'Management summary', zh: '管理层摘要' },
  'section.fixes': { en: 'What to fix first', zh: '优先整改项' },
  'section.hosts': { en: 'What failed, by host', zh: '按主机列出的未通过项' },
} as const satisfies Words;
