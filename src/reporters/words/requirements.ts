import type { Words } from './table.ts';

/** What becomes of a requirement, and the words for it where a framework brings none of its own. */
export const requirementsWords = {
  // Statuses of requirements: the words for a framework that brings none of its own
  'requirement.not-satisfied': { en: 'Not satisfied', zh: '不满足' },
  'requirement.undetermined': { en: 'Undetermined', zh: '未能判定' },
  'requirement.accepted-with-waiver': { en: 'Accepted with waiver', zh: '经豁免接受' },
  'requirement.accepted-with-compensating-control': {
    en: 'Accepted with compensating control',
    zh: '以补偿控制措施接受',
  },
  'requirement.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'requirement.not-applicable-stated': {
    en: 'Not applicable, as a person stated',
    zh: '不适用（依据人员声明）',
  },
  'requirement.satisfied': { en: 'Satisfied in the container layer', zh: '容器层已满足' },
  'requirement.supported': { en: 'Supported, more evidence needed', zh: '有佐证，尚需补充证据' },
  'requirement.context-only': { en: 'Context only', zh: '仅供参考' },
  'requirement.attested': { en: 'Attested by a person', zh: '由人工声明' },
  'requirement.not-assessed': { en: 'Not assessed', zh: '未评估' },
  'rule.not-satisfied': {
    en: 'A control that bears on it failed, and nobody accepted the failure.',
    zh: '与之对应的控制项未通过，且无人接受该风险。',
  },
  'rule.undetermined': {
    en: 'A control that bears on it could not be decided, or its evidence holds no longer.',
    zh: '与之对应的控制项未能得出判定，或其证据已过期。',
  },
  'rule.accepted-with-waiver': {
    en: 'There are failures, and each stands under a live waiver.',
    zh: '存在未通过项，且均在有效豁免之内。',
  },
  'rule.accepted-with-compensating-control': {
    en: 'There are failures, and each stands under a live waiver with a compensating control.',
    zh: '存在未通过项，且均在附有补偿控制措施的有效豁免之内。',
  },
  'rule.not-applicable': {
    en: 'None of its controls has anything to judge here.',
    zh: '对应的控制项在此处均无可判定的内容。',
  },
  'rule.not-applicable-stated': {
    en: 'Its owner stated so with a reason, and no control that decides it failed.',
    zh: '责任人已说明理由并声明不适用，且没有起决定作用的控制项未通过。',
  },
  'rule.satisfied': {
    en: 'All its controls passed, and they cover what the container layer can show of it.',
    zh: '对应的控制项全部通过，且覆盖容器层所能证明的全部内容。',
  },
  'rule.supported': {
    en: 'All its controls passed, but they show a part of it only.',
    zh: '对应的控制项全部通过，但仅能证明其中一部分。',
  },
  'rule.context-only': {
    en: 'Its controls inform whoever judges it; they decide nothing.',
    zh: '对应的控制项仅为判断提供参考，不作决定。',
  },
  'rule.attested': {
    en: 'It rests on a person’s current statement alone.',
    zh: '仅依据人员出具的、仍在有效期内的声明。',
  },
  'rule.not-assessed': {
    en: 'No control bears on it, and nobody made a statement.',
    zh: '没有对应的控制项，也没有人工声明。',
  },

  // Requirements
  'requirement.title': { en: 'Requirement', zh: '要求' },
  'requirement.evidence': { en: 'Evidence', zh: '证据' },
  'requirement.no-controls': { en: 'no control', zh: '无对应控制项' },
  'requirement.not-live': {
    en: 'does not count: parameters too loose, or control left out',
    zh: '不计入：参数过宽或控制项已剔除',
  },
  'nature.technical': { en: 'technical', zh: '技术类' },
  'nature.organisational': { en: 'organisational', zh: '管理类' },
  'nature.outside': { en: 'outside the container platform', zh: '容器平台范围之外' },
  'requirement.basis': { en: '{title} ({strength})', zh: '{title}（{strength}）' },
  'strength.full': { en: 'full', zh: '完全覆盖' },
  'strength.partial': { en: 'partial', zh: '部分覆盖' },
  'strength.supporting': { en: 'supporting', zh: '辅助参考' },
} as const satisfies Words;
