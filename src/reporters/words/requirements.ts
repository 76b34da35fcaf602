import type { Words } from './table.ts';

/** What becomes of a requirement, and the words for it where a framework brings none of its own. */
export const requirementsWords = {
  // Statuses of requirements: the words for a framework that brings none of its own
  'requirement.not-satisfied': { en: 'Not satisfied', zh: '不满足' },
  'requirement.undetermined': { en: 'Undetermined', zh: '无法判定' },
  'requirement.accepted-with-waiver': { en: 'Accepted with waiver', zh: '已接受风险' },
  'requirement.accepted-with-compensating-control': {
    en: 'Accepted with compensating control',
    zh: '以补偿控制措施接受',
  },
  'requirement.weakened': { en: 'Weakened', zh: '有所削弱' },
  'requirement.not-applicable': {
    en: 'Not applicable, as a person stated',
    zh: '不适用（依据人员声明）',
  },
  'requirement.satisfied': { en: 'Satisfied in the container layer', zh: '容器层已满足' },
  'requirement.supported': { en: 'Supported, more evidence needed', zh: '有佐证，尚需补充证据' },
  'requirement.context-only': { en: 'Context only', zh: '仅供参考' },
  'requirement.not-tested': { en: 'Nothing to judge', zh: '无可判定的内容' },
  'requirement.attested': { en: 'Attested by a person', zh: '由人工声明' },
  'requirement.not-assessed': { en: 'Not assessed', zh: '未评估' },
  'rule.not-satisfied': {
    en: 'A control failed whose failure breaks the requirement, and nobody accepted the failure.',
    zh: '有控制项未通过并使其不满足，且无人接受该风险。',
  },
  'rule.undetermined': {
    en: 'A control that decides the requirement could not be decided, or its evidence no longer holds.',
    zh: '与之对应的控制项无法判定，或其证据已过期。',
  },
  'rule.accepted-with-waiver': {
    en: 'Failures break the requirement, and a live waiver covers each of them.',
    zh: '存在使其不满足的未通过项，且均在有效的风险接受范围内。',
  },
  'rule.accepted-with-compensating-control': {
    en: 'Failures break the requirement, and a live waiver with a compensating control covers each of them.',
    zh: '存在使其不满足的未通过项，且均在附有补偿控制措施的有效风险接受范围内。',
  },
  'rule.weakened': {
    en: 'A control found a weakness that alone does not break the requirement, and nobody accepted it. The requirement does not count as satisfied.',
    zh: '有控制项发现薄弱之处，虽不足以单独判定为不满足，但无人接受该风险，不计为满足。',
  },
  'rule.not-applicable': {
    en: 'The owner stated so with a reason, and no failure breaks or weakens the requirement.',
    zh: '责任人已说明理由并声明不适用，且没有使其不满足或削弱的未通过项。',
  },
  'rule.satisfied': {
    en: 'All controls passed, and they cover what the container layer can show of the requirement.',
    zh: '对应的控制项全部通过，且覆盖容器层所能证明的全部内容。',
  },
  'rule.supported': {
    en: 'Controls passed that show a part of the requirement; the rest needs other evidence.',
    zh: '有控制项通过，但仅能证明其中一部分，其余需另行举证。',
  },
  'rule.context-only': {
    en: 'The controls inform the person who judges the requirement; they decide nothing.',
    zh: '对应的控制项仅为判断提供参考，不作决定。',
  },
  'rule.not-tested': {
    en: 'The controls had nothing to judge here, and nobody stated that the requirement does not apply.',
    zh: '对应的控制项在此处没有可判定的内容，也没有人员声明其不适用。',
  },
  'rule.attested': {
    en: 'The only basis is a person’s current statement.',
    zh: '仅依据人员出具的、仍在有效期内的声明。',
  },
  'rule.not-assessed': {
    en: 'No control is mapped to the requirement, and nobody made a statement.',
    zh: '没有对应的控制项，也没有人工声明。',
  },

  // Requirements
  'requirement.title': { en: 'Requirement', zh: '要求' },
  'requirement.evidence': { en: 'Evidence', zh: '证据' },
  'requirement.no-controls': { en: 'no control', zh: '无对应控制项' },
  'requirement.not-live': {
    en: 'does not count: parameters too loose, or control omitted',
    zh: '不计入：参数过宽或控制项已剔除',
  },
  'nature.technical': { en: 'technical', zh: '技术类' },
  'nature.organisational': { en: 'organisational', zh: '管理类' },
  'nature.outside': { en: 'outside the container platform', zh: '容器平台范围之外' },
  'requirement.basis': { en: '{title} ({bearing})', zh: '{title}（{bearing}）' },
  'basis.more': { en: 'Further, not passed:', zh: '其余未通过或未判定：' },
  'basis.context-failed': { en: 'For context only, and failed:', zh: '辅助参考，未通过：' },
  'basis.passed': { en: 'Passed:', zh: '已通过：' },
  'basis.nothing': { en: 'Nothing to judge:', zh: '无可判定内容：' },
  'bearing.both': { en: '{shows}, {breaks}', zh: '{shows}，{breaks}' },
  'shows.all': { en: 'a pass shows all', zh: '通过可完全证明' },
  'shows.part': { en: 'a pass shows a part', zh: '通过可部分证明' },
  'shows.context': { en: 'a pass is context', zh: '通过仅供参考' },
  'breaks.breaks': { en: 'a failure breaks it', zh: '未通过即不满足' },
  'breaks.weakens': { en: 'a failure weakens it', zh: '未通过则削弱' },
  'breaks.nothing': { en: 'a failure breaks nothing', zh: '未通过不影响判定' },
} as const satisfies Words;
