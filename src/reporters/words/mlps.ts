import type { Words } from './table.ts';

/** The document of 等保: labels of our own, with the terms by which its readers look for things. */
export const mlpsWords = {
  'mlps.title': {
    en: 'Evidence for a graded assessment (等级测评): container platform',
    zh: '网络安全等级保护测评证据报告：容器平台',
  },
  'mlps.problems': {
    en: 'Main problems and advice (主要问题及整改建议)',
    zh: '主要安全问题及整改建议',
  },
  'mlps.targets': { en: 'Targets (测评对象)', zh: '测评对象' },
  'mlps.items-concerned': { en: 'Items (测评项)', zh: '涉及的测评项' },
  'mlps.objects-concerned': { en: 'Objects', zh: '测评对象' },
  'mlps.advice': { en: 'Advice (整改建议)', zh: '整改建议' },
  'mlps.items': { en: 'Results by item (单项测评)', zh: '单项测评结果' },
  'mlps.item': { en: 'Item (测评项)', zh: '测评项' },
  'mlps.single-result': { en: 'Result by object (测评对象)', zh: '各测评对象的单项结果' },
  'mlps.basis': { en: 'Basis', zh: '判定依据' },
  'mlps.matrix': {
    en: 'Single results by control point (控制点)',
    zh: '单项结果汇总（按安全控制点）',
  },
  'mlps.matrix-note': {
    en: 'The figures count single results: one for each item and each object. “No result” counts items without any single result: no control decides them, so the assessor must.',
    zh: '表中数字为单项结果数，即每个测评项对每个测评对象计一个结果。“无结果项”为没有任何单项结果的测评项数：本工具没有可据以判定的控制项，需由测评人员测评。',
  },
  'mlps.classes': {
    en: 'Single results by class (安全类)',
    zh: '单项结果汇总（按安全类）',
  },
  'mlps.class': { en: 'Class (安全类)', zh: '安全类' },
  'mlps.single-count': { en: 'Single results', zh: '单项结果数' },
  'mlps.point': { en: 'Control point (控制点)', zh: '安全控制点' },
  'mlps.item-count': { en: 'Items', zh: '测评项数' },
  'mlps.not-examined': { en: 'No result', zh: '无结果项' },
  'mlps.no-score': {
    en: 'No total score is given: it needs the overall assessment and the risk analysis, which the assessor makes.',
    zh: '本文件不给出综合得分：综合得分须经整体测评与风险分析，由测评机构得出。',
  },
  'mlps.objects': { en: 'Appendix: objects assessed (测评对象)', zh: '附录：测评对象清单' },
  'mlps.objects-note': {
    en: 'The number after # identifies the object in this document. The figures count its single results.',
    zh: '# 后的数字为对象在本文件中的编号；各列为该对象的单项结果数。',
  },
  'mlps.object': { en: 'Object', zh: '测评对象' },
  'mlps.conclusion': { en: 'Conclusion of the assessment (测评结论)', zh: '等级测评结论' },
  'mlps.conclusion-text': {
    en: 'Left to the assessment body. This document gives evidence for the container layer, and neither a score nor a conclusion.',
    zh: '由测评机构填写。本文件仅提供容器层面的证据，不给出得分，也不作测评结论。',
  },
  'mlps.conclusion-line': { en: 'Conclusion (测评结论)', zh: '测评结论' },
  'mlps.body': { en: 'Assessment body (测评机构)', zh: '测评机构' },
  'mlps.assessor': { en: 'Assessor (测评师)', zh: '测评师' },
  'mlps.reviewer': { en: 'Reviewed by', zh: '审核人' },
  'mlps.approver': { en: 'Approved by', zh: '批准人' },
} as const satisfies Words;
