import type { Words } from './table.ts';

/** The document of PCI DSS: labels of our own for what its readers look for. */
export const pciDssWords = {
  'pci.title': {
    en: 'Evidence for a PCI DSS assessment: container platform',
    zh: 'PCI DSS 评估证据报告：容器平台',
  },
  'pci.findings': { en: 'Findings by requirement', zh: '逐条要求的评估发现' },
  'pci.finding': { en: 'Assessment finding', zh: '评估发现' },
  'pci.reason': { en: 'Reason and evidence', zh: '理由与证据' },
  'pci.principal': { en: 'Findings by principal requirement', zh: '按主要求统计的评估发现' },
  'pci.in-place': { en: 'In Place', zh: '已到位' },
  'pci.ccw': { en: 'In Place with compensating control', zh: '已到位（含补偿控制）' },
  'pci.not-applicable': { en: 'Not Applicable', zh: '不适用' },
  'pci.not-tested': { en: 'Not Tested', zh: '未测试' },
  'pci.not-in-place': { en: 'Not in Place', zh: '未到位' },
  'pci.context': { en: 'For context only:', zh: '辅助参考，不参与判定：' },
  'pci.layer': {
    en: 'The findings refer to the container layer only. Partial evidence and statements put nothing in place: both count as Not Tested until the assessor has examined the rest.',
    zh: '各项发现仅针对容器层。部分证据与人工声明不足以认定为“已到位”，在评估方查验其余部分之前均计为“未测试”。',
  },
  'pci.inventory': { en: 'Appendix: evidence inventory', zh: '附录：证据清单' },
  'pci.inventory-note': {
    en: 'Each number refers to all facts that one control read, or to one statement with its files. The configuration was read at {when}. The details follow the table.',
    zh: '每个编号对应一个控制项读取的全部事实，或一份人工声明及其文件。配置读取时间：{when}。明细列于表后。',
  },
  'pci.reference': { en: 'Reference', zh: '编号' },
  'pci.evidence': { en: 'Evidence', zh: '证据' },
  'pci.method': { en: 'How it was obtained', zh: '取得方式' },
  'method.api': { en: 'engine’s API', zh: '引擎 API' },
  'method.kernel': { en: 'kernel (/proc, /sys)', zh: '内核（/proc、/sys）' },
  'method.file': { en: 'files', zh: '文件' },
  'method.command': { en: 'command', zh: '命令输出' },
  'method.probe': { en: 'network probe', zh: '网络探测' },
  'method.person': { en: 'a person is asked', zh: '询问人员' },
  'method.nothing': { en: 'nothing was read', zh: '未读取任何内容' },
  'pci.statement': { en: 'Statement of a person: {person}', zh: '人工声明：{person}' },
  'pci.used-for': { en: 'Used for', zh: '用于要求' },
  'pci.worksheets': { en: 'Appendix: compensating control worksheets', zh: '附录：补偿控制工作表' },
  'pci.no-worksheets': {
    en: 'No waiver names a compensating control.',
    zh: '没有风险接受记录补偿控制措施。',
  },
  'pci.worksheet': {
    en: 'Compensating control worksheet {number}',
    zh: '补偿控制工作表 {number}',
  },
  'pci.requirements': { en: 'Requirements concerned', zh: '涉及的要求' },
  'pci.constraints': { en: '1. Constraints', zh: '1. 限制条件' },
  'pci.constraints-hint': {
    en: 'Why the requirement cannot be met as written',
    zh: '无法按原要求满足的原因',
  },
  'pci.definition': { en: '2. Definition of the compensating control', zh: '2. 补偿控制的定义' },
  'pci.definition-hint': {
    en: 'What is done instead, and how it meets the objective and the risk',
    zh: '替代措施，以及其如何达成目标并应对风险',
  },
  'pci.objective': { en: '3. Objective', zh: '3. 目标' },
  'pci.objective-hint': {
    en: 'Objective of the original control, and what the compensating control achieves',
    zh: '原控制的目标，以及补偿控制所达到的目标',
  },
  'pci.risk': { en: '4. Identified risk', zh: '4. 已识别的风险' },
  'pci.risk-hint': {
    en: 'What remains because the original control is missing',
    zh: '因缺少原控制而存在的风险',
  },
  'pci.validation': { en: '5. Validation', zh: '5. 验证' },
  'pci.validation-hint': {
    en: 'How the compensating control was validated and tested',
    zh: '补偿控制的验证与测试方式',
  },
  'pci.maintenance': { en: '6. Maintenance', zh: '6. 维护' },
  'pci.maintenance-hint': {
    en: 'What keeps it in force, and who is responsible',
    zh: '保持其有效的流程与责任人',
  },
  'pci.conclusion': { en: 'The assessor’s conclusion', zh: '评估人员结论' },
  'pci.conclusion-text': {
    en: 'Left to the assessor. This document gives evidence and no conclusion.',
    zh: '由评估人员填写。本文件提供证据，不作结论。',
  },
  'sign.assessor': { en: 'Assessor', zh: '评估人员' },
  'sign.organisation': { en: 'Organisation', zh: '单位' },
  'sign.date': { en: 'Date', zh: '日期' },
  'sign.signature': { en: 'Signature', zh: '签字' },
} as const satisfies Words;
