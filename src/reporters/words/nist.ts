import type { Words } from './table.ts';

/** The documents of NIST SP 800-53 and SP 800-190: labels of our own. */
export const nistWords = {
  'nist.title-53': {
    en: 'Evidence for an SP 800-53A assessment: container platform',
    zh: 'SP 800-53A 评估证据报告：容器平台',
  },
  'nist.title-190': {
    en: 'Container security by NIST SP 800-190',
    zh: '基于 NIST SP 800-190 的容器安全评估报告',
  },
  'nist.families': { en: 'Determinations by family', zh: '按控制族统计的判定' },
  'nist.baselines': { en: 'Determinations by baseline', zh: '按基线统计的判定' },
  'nist.chapters': { en: 'Determinations by section', zh: '按章节统计的判定' },
  'nist.determinations': { en: 'Determination by control', zh: '逐项控制的判定' },
  'nist.countermeasures': { en: 'Determination by countermeasure', zh: '逐项对策的判定' },
  'nist.determination': { en: 'Determination', zh: '判定' },
  'nist.basis': { en: 'Basis and evidence', zh: '依据与证据' },
  'nist.baseline': { en: 'Baseline', zh: '基线' },
  'nist.baselines-note': {
    en: 'Baselines of SP 800-53B. A control stands in each baseline that selects it, so that the rows overlap.',
    zh: '基线依据 SP 800-53B。一项控制可列入多个基线，各行之间有重叠。',
  },
  'nist.layer': {
    en: 'Satisfied speaks of the container layer alone. An accepted risk and evidence that could not be read are other than satisfied; partial evidence and statements leave the determination to the assessor.',
    zh: '“满足”仅指容器层。已接受的风险与无法读取的证据均计为“未满足”；仅有部分证据或人工声明的，由评估人员判定。',
  },
  'nist.satisfied': { en: 'Satisfied', zh: '满足' },
  'nist.other': { en: 'Other than satisfied', zh: '未满足' },
  'nist.partly': { en: 'Not fully assessed', zh: '未完全评估' },
  'nist.not-assessed': { en: 'Not assessed', zh: '未评估' },
  'nist.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'nist.low': { en: 'Low', zh: '低' },
  'nist.moderate': { en: 'Moderate', zh: '中' },
  'nist.high': { en: 'High', zh: '高' },
  'nist.privacy': { en: 'Privacy', zh: '隐私' },
  'nist.unselected': { en: 'In no baseline', zh: '未列入基线' },
  'nist.answers': { en: 'answers', zh: '应对' },
  'nist.risks': { en: 'Appendix: risks and what answers them', zh: '附录：风险及其对策' },
  'nist.answered-by': { en: 'answered by', zh: '对策见' },
  'nist.assessment': { en: 'System, assessor and dates', zh: '系统、评估方与日期' },
  'nist.impact': { en: 'Impact level (FIPS 199)', zh: '影响级别（FIPS 199）' },
  'nist.sites': { en: 'Sites', zh: '场所' },
  'nist.methods': { en: 'Methods and objects', zh: '方法与对象' },
  'nist.examine': { en: 'EXAMINE:', zh: '查验（EXAMINE）：' },
  'nist.interview-test': { en: 'INTERVIEW, TEST:', zh: '访谈、测试（INTERVIEW、TEST）：' },
  'nist.objects': { en: '{kind} ({count})', zh: '{kind}（{count}）' },
  'nist.recommendations': { en: 'Correct:', zh: '应整改：' },
  'nist.statements-note': {
    en: 'SP 800-53A asks for a finding on each determination statement of a control. This section gives one for the whole control, from what was examined. Below it stand the statements of each control that checks are mapped to, by their labels of SP 800-53A Rev. 5 alone. The assessor ticks the box of a statement that is satisfied, and crosses that of one that is other than satisfied. Statements that define parameters (ODP) are left out.',
    zh: 'SP 800-53A 要求对每项控制的各条判定陈述逐一给出判定。本节依据查验内容对整项控制给出一个判定；凡有检查项与之对应的控制，其下列出各条判定陈述，仅列 SP 800-53A 第 5 版的编号，不列原文。评估人员在方框内填写：满足打勾，未满足打叉。用于定义参数（ODP）的陈述未列出。',
  },
  'nist.statements': { en: 'Determination statements', zh: '判定陈述' },
  'nist.statements-unprinted': {
    en: 'Statements of controls without a result',
    zh: '未得出结果的控制的判定陈述',
  },
  'nist.statements-unlisted': {
    en: 'The determination statements of this control are not listed here.',
    zh: '本项控制的判定陈述未在此列出。',
  },
} as const satisfies Words;
