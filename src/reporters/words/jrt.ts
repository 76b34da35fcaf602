import type { Words } from './table.ts';

/** The document of JR/T 0122 and 0123, and of GB/T 41460 and 41463: labels of our own for what its readers look for. */
export const jrtWords = {
  'jrt.title': {
    en: 'Evidence for a test of payment facilities: container platform',
    zh: '支付业务设施检测证据报告：容器平台',
  },
  'jrt.problems': { en: 'Problems and advice (问题及建议)', zh: '问题及整改建议' },
  'jrt.items-concerned': { en: 'Items', zh: '涉及的检测项' },
  'jrt.objects-concerned': { en: 'Objects', zh: '检测对象' },
  'jrt.advice': { en: 'Advice', zh: '整改建议' },
  'jrt.items': { en: 'Item results by chapter', zh: '各章检测项结果' },
  'jrt.item': { en: 'Item', zh: '检测项' },
  'jrt.result': { en: 'Result', zh: '结果' },
  'jrt.problem': { en: 'Problems', zh: '问题' },
  'jrt.basis': { en: 'Basis', zh: '判定依据' },
  'jrt.matrix': { en: 'Results by chapter', zh: '检测结果汇总（按章节）' },
  'jrt.matrix-note': {
    en: 'The figures count items; a heading counts all items below it. Items without readable evidence, and items that no control decides, are “Not examined”.',
    zh: '表中数字为检测项数，上级章节包含其下全部检测项。未能取得证据的，以及本工具没有判定依据的，均计为“未检测”。',
  },
  'jrt.chapter': { en: 'Chapter', zh: '章节' },
  'jrt.item-count': { en: 'Items', zh: '检测项数' },
  'jrt.met': { en: 'Conforms', zh: '符合' },
  'jrt.not-met': { en: 'Does not conform', zh: '不符合' },
  'jrt.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'jrt.in-part': { en: 'Examined in part', zh: '部分检测' },
  'jrt.not-tested': { en: 'Not examined', zh: '未检测' },
  'jrt.objects': { en: 'Appendix: objects examined', zh: '附录：检测对象清单' },
  'jrt.objects-note': {
    en: 'The number after # identifies the object in this document.',
    zh: '# 后的数字为对象在本文件中的编号。',
  },
  'jrt.object': { en: 'Object', zh: '检测对象' },
  'jrt.conclusion': { en: 'Conclusion of the test', zh: '检测结论' },
  'jrt.conclusion-text': {
    en: 'Left to the testing body. This document gives evidence for the container layer and no conclusion.',
    zh: '由检测机构填写。本文件仅提供容器层面的证据，不作检测结论。',
  },
  'jrt.conclusion-line': { en: 'Conclusion', zh: '检测结论' },
  'jrt.body': { en: 'Testing body', zh: '检测机构' },
  'jrt.tester': { en: 'Tested by', zh: '检测人员' },
  'jrt.reviewer': { en: 'Reviewed by', zh: '审核人' },
  'jrt.particulars': {
    en: 'Tested institution, testing body and kind of business',
    zh: '被测机构、检测机构与支付业务类型',
  },
  'jrt.client': { en: 'Tested institution', zh: '被测机构' },
  'jrt.business': { en: 'Kind of payment business', zh: '支付业务类型' },
  'jrt.nothing-to-test': {
    en: 'Chapters with nothing to test, which are not counted: {chapters}.',
    zh: '不含检测内容、不计数的章节：{chapters}。',
  },
} as const satisfies Words;
