import type { Words } from './table.ts';

/** The Statement of Applicability of ISO/IEC 27001: labels of our own. */
export const iso27001Words = {
  'soa.title': {
    en: 'Statement of Applicability: container platform',
    zh: '适用性声明（SoA）：容器平台',
  },
  'soa.statement': { en: 'Statement of Applicability', zh: '适用性声明' },
  'soa.themes': { en: 'Controls of Annex A by theme', zh: '按主题统计的附录 A 控制' },
  'soa.note': {
    en: 'A draft for the owner of the management system: every control of Annex A, with what the container layer shows of it. A control counts as applicable unless somebody stated, with a reason, that it is not. It is partly implemented where some checks failed and others passed.',
    zh: '供信息安全管理体系负责人完善的草案：列出附录 A 的全部控制及容器层所能证明的内容。未经说明理由声明不适用的控制，一律视为适用。部分检查未通过而其余通过的，计为“部分实施”。',
  },
  'soa.control': { en: 'Control of Annex A', zh: '附录 A 控制' },
  'soa.applies': { en: 'Applicable, and why', zh: '是否适用及理由' },
  'soa.implementation': { en: 'Implementation', zh: '实施情况' },
  'soa.evidence': { en: 'Evidence', zh: '证据' },
  'soa.owner': { en: 'Owner and review', zh: '责任人与复核日期' },
  'soa.until': { en: 'until {day}', zh: '有效期至{day}' },
  'soa.more-owners': { en: 'and {count} more waivers', zh: '另有 {count} 项风险接受' },
  'soa.layer': {
    en: '“Implemented” refers to the container layer only. An accepted risk counts as not implemented, and a person’s statement shows nothing until the auditor has examined it.',
    zh: '“已实施”仅指容器层。已接受的风险计为“未实施”；人工声明在审核员查验之前计为“未证实”。',
  },
  'soa.yes': { en: 'Applicable', zh: '适用' },
  'soa.no': { en: 'Excluded', zh: '不适用' },
  'soa.management-system': {
    en: 'Management system, version and approval',
    zh: '管理体系范围、版本与批准',
  },
  'soa.organisation': { en: 'Organisation', zh: '组织' },
  'soa.isms-scope': { en: 'Scope of the management system', zh: '管理体系范围' },
  'soa.version': { en: 'Version of the statement', zh: '声明版本' },
  'soa.approved-by': { en: 'Approved by', zh: '批准人' },
  'soa.approved-on': { en: 'Approved on', zh: '批准日期' },
  'soa.because-risk': { en: 'Risk treatment: {reference}', zh: '风险处置：{reference}' },
  'soa.because-law': { en: 'Law: {reference}', zh: '法律法规：{reference}' },
  'soa.because-contract': { en: 'Contract: {reference}', zh: '合同：{reference}' },
  'soa.because-business': { en: 'Business: {reference}', zh: '业务需要：{reference}' },
  'soa.partly-implemented': { en: 'Partly implemented', zh: '部分实施' },
  'soa.counts': {
    en: 'failed: {failedChecks} of {checks} checks, on {failedSubjects} of {subjects} subjects',
    zh: '未通过：检查 {failedChecks} / {checks} 项，涉及对象 {failedSubjects} / {subjects} 个',
  },
  'soa.shown': { en: 'Implemented', zh: '已实施' },
  'soa.partly': { en: 'Partly', zh: '部分实施' },
  'soa.failed': { en: 'Not implemented', zh: '未实施' },
  'soa.not-shown': { en: 'Not shown', zh: '未证实' },
  'implementation.not-satisfied': { en: 'Not implemented', zh: '未实施' },
  'implementation.undetermined': {
    en: 'Unknown: evidence could not be read',
    zh: '未知：证据无法读取',
  },
  'implementation.accepted-with-waiver': {
    en: 'Not implemented: risk accepted',
    zh: '未实施：风险已接受',
  },
  'implementation.accepted-with-compensating-control': {
    en: 'Not implemented: a compensating control is named',
    zh: '未实施：已记录补偿控制',
  },
  'implementation.weakened': {
    en: 'Weakened: a weakness was found',
    zh: '有所削弱：发现薄弱之处',
  },
  'implementation.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'implementation.not-tested': {
    en: 'Not shown: nothing to judge was found',
    zh: '未证实：未发现可判定的内容',
  },
  'implementation.satisfied': {
    en: 'Implemented in the container layer',
    zh: '容器层已实施',
  },
  'implementation.supported': {
    en: 'Shown in part: more evidence needed',
    zh: '仅部分证实：尚需补充证据',
  },
  'implementation.context-only': { en: 'Not shown: context only', zh: '未证实：仅供参考' },
  'implementation.attested': {
    en: 'Stated by a person: for the auditor to examine',
    zh: '由人员声明：待审核员查验',
  },
  'implementation.not-assessed': { en: 'Not shown', zh: '未证实' },
} as const satisfies Words;
