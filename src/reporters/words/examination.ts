import type { Words } from './table.ts';

/** Results item by item for each thing that was examined, and the problems that they show. */
export const examinationWords = {
  'exam.all-of': { en: '{kind} ({name})', zh: '{kind}（{name}）' },
  'exam.colon': { en: ': ', zh: '：' },
  'single.met': { en: 'Met', zh: '符合' },
  'single.partly-met': { en: 'Partly met', zh: '部分符合' },
  'single.not-met': { en: 'Not met', zh: '不符合' },
  'single.not-applicable': { en: 'Not applicable', zh: '不适用' },
  'single.not-tested': { en: 'Nothing to judge', zh: '无可判定内容' },
  'single.incomplete': { en: 'Incomplete', zh: '证据不全' },
  'single.undecided': { en: 'Undecided', zh: '无法判定' },
  'single.result': { en: 'Single result', zh: '单项结果' },
  'single.rules': { en: 'Rules for single results', zh: '单项结果的判定规则' },
  'single.rules-note': {
    en: 'Each item has one result per object. Only findings of controls that decide the item count: a pass shows all or a part of it, or a failure breaks or weakens it. A person’s statement can only state that the item does not apply; neither an attestation nor the acceptance of a risk changes the result. The first matching rule applies.',
    zh: '每个条目对每个对象给出一个单项结果，仅依据对该条目有判定作用的控制项（通过可证明其全部或部分，或未通过会使其不满足或削弱）在该对象上的检查结果；人员声明仅可说明该条目不适用，满足声明与风险接受均不改变单项结果。按先后顺序适用以下规则。',
  },
  'single-rule.met': {
    en: 'Every deciding control passed or did not apply, and at least one that shows all of the item passed. The result applies to the container layer.',
    zh: '有判定作用的控制项全部通过或不适用，且其中至少一项完全覆盖该条目。结论仅限容器层面。',
  },
  'single-rule.partly-met': {
    en: 'At least one deciding control failed, and at least one passed or no failure breaks the item by itself.',
    zh: '有判定作用的控制项中，至少一项未通过，且至少一项通过，或未通过项均不足以单独使该条目不符合。',
  },
  'single-rule.not-met': {
    en: 'At least one control failed whose failure breaks the item, and no deciding control passed.',
    zh: '至少一项控制项未通过并使该条目不符合，且有判定作用的控制项无一通过。',
  },
  'single-rule.not-applicable': {
    en: 'A person stated with a reason that the item does not apply, and nothing failed.',
    zh: '责任人已说明该条目不适用的理由，且没有未通过项。',
  },
  'single-rule.not-tested': {
    en: 'No deciding control had anything to judge. The standard has no word for this; it is not “Not applicable”.',
    zh: '有判定作用的控制项均无可判定的内容。标准对此没有相应的结论用语，不计为“不适用”。',
  },
  'single-rule.incomplete': {
    en: 'Nothing failed, but the controls show only a part of the item. This is not “Met”: the rest is for the assessor.',
    zh: '未见不符合，但控制项只能证明该条目的一部分。不计为“符合”，其余部分由测评人员核查。',
  },
  'single-rule.undecided': {
    en: 'Nothing failed, but a deciding fact could not be read, the check failed to run, the evidence no longer holds, or a person has to check. Never counted as “Met”.',
    zh: '未见不符合，但起判定作用的事实未能读取、检查中断、证据已过期，或须人工核查。绝不计为“符合”。',
  },
  'problem.reference': { en: 'P{number}', zh: '问题 {number}' },
  'problem.number': { en: 'No.', zh: '编号' },
  'problem.title': { en: 'Problem', zh: '问题' },
  'problem.of': { en: '{what} ({count}): ', zh: '{what}（{count} 个）：' },
  'problem.accepted': {
    en: 'risk accepted for {count} of {total}',
    zh: '其中 {count} / {total} 已接受风险',
  },
  'problem.note': {
    en: 'Each control that failed and decides an item is one problem. The risk level is proposed from the control’s severity (critical and high: high). The assessor determines the final level in the risk analysis.',
    zh: '每个有判定作用且未通过的控制项列为一个问题。风险等级由控制项的严重程度推得（“严重”与“高”均列为高风险），仅供参考，最终等级由测评人员在风险分析中确定。',
  },
  'problem.none': {
    en: 'No deciding control failed.',
    zh: '有判定作用的控制项均无未通过项。',
  },
  'problem.others': {
    en: 'Failed as well, and decides no item of this standard',
    zh: '其他未通过项（对本标准的条目没有判定作用）',
  },
  'risk.high': { en: 'High risk', zh: '高风险' },
  'risk.medium': { en: 'Medium risk', zh: '中风险' },
  'risk.low': { en: 'Low risk', zh: '低风险' },
} as const satisfies Words;
