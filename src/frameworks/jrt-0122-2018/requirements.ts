import { requirementsFrom } from '../requirements/requirement-row.ts';

/**
 * The chapters of JR/T 0122-2018, and the sections of chapter 10, under titles of our own. The chapters come from its
 * table of contents; its foreword names 10.1 to 10.4. 10.5 to 10.7 follow from the order of the sections, which is that
 * of 2014 behind the new first one. What stands below is not public.
 */
// oxfmt-ignore
export const jrt01222018Requirements = requirementsFrom([
  ['1', null, 'outside', 'verified', 'Scope', '适用范围'],
  ['2', null, 'outside', 'verified', 'Normative references', '规范性引用文件'],
  ['3', null, 'outside', 'verified', 'Terms', '术语和定义'],
  ['4', null, 'outside', 'verified', 'Abbreviations', '缩略语'],
  ['5', null, 'organisational', 'verified', 'Grades', '等级划分'],
  ['6', null, 'organisational', 'verified', 'Judging principles', '评判原则'],
  ['7', null, 'outside', 'verified', 'Functions', '功能要求'],
  ['8', null, 'outside', 'verified', 'Risk monitoring and anti-money laundering', '风险监控及反洗钱要求'],
  ['9', null, 'technical', 'verified', 'Performance', '性能要求'],
  ['10', null, 'technical', 'verified', 'Security requirements', '安全性要求'],
  ['10.1', '10', 'outside', 'verified', 'Physical security', '物理安全性要求'],
  ['10.2', '10', 'technical', 'verified', 'Network security', '网络安全性要求'],
  ['10.3', '10', 'technical', 'verified', 'Host security', '主机安全性要求'],
  ['10.4', '10', 'technical', 'verified', 'Application security', '应用安全性要求'],
  ['10.5', '10', 'technical', 'derived', 'Data security', '数据安全性要求'],
  ['10.6', '10', 'technical', 'derived', 'Operations security', '运维安全性要求'],
  ['10.7', '10', 'technical', 'derived', 'Business continuity', '业务连续性要求'],
]);

/** The number of any chapter, or of a section of chapter 10. */
export type Jrt01222018Id = (typeof jrt01222018Requirements)[number]['id'];
