import type { RequirementStatus } from '../../core/frameworks/rollup.ts';
import { text, type Text } from '../../core/text.ts';

/** Why a requirement stands as it does, for the remarks of a finding. */
export const caseWords = {
  'not-satisfied': text(
    'A control failed and nobody accepted the failure.',
    '有控制项未通过，且其风险未被接受。',
  ),
  undetermined: text(
    'Something could not be read or judged, or was read too long ago, so nothing is claimed.',
    '部分内容无法读取或判定，或证据已过期，故不作结论。',
  ),
  'accepted-with-waiver': text(
    'The failures that remain are all under a waiver in force; see the risks.',
    '其余未通过项均在有效的风险接受范围内，详见风险。',
  ),
  'accepted-with-compensating-control': text(
    'The failures that remain are all under a waiver in force with a compensating control; see the risks.',
    '其余未通过项均在有效的风险接受范围内，且已落实补偿措施，详见风险。',
  ),
  weakened: text(
    'A mapped control found a weakness that alone does not break the requirement; see the findings of the controls.',
    '相关控制项发现薄弱之处，但尚不足以单独判定为不满足，详见各控制项的检查结果。',
  ),
  'not-applicable': text(
    'The responsible person stated that the requirement does not apply.',
    '责任人已声明该项不适用。',
  ),
  satisfied: text('Shown in the container layer.', '已在容器层得到证明。'),
  supported: text(
    'Every control passes, but each shows only a part; the rest needs other evidence.',
    '各控制项均通过，但仅能证明其中一部分，其余需另行举证。',
  ),
  'context-only': text('Context only.', '仅有参考信息。'),
  'not-tested': text('Nothing exists here that could be judged.', '此环境中没有可据以判定的对象。'),
  attested: text(
    'Based only on a person’s statement; see the attestations.',
    '仅以人员声明为依据，详见声明。',
  ),
  'not-assessed': text('No control checks it.', '没有控制项对其进行检查。'),
} as const satisfies Record<RequirementStatus, Text>;

/** What else the documents say by themselves. */
export const words = {
  results: text('Assessment results', '评估结果'),
  poam: text('Plan of action and milestones', '整改行动计划'),
  described: text(
    'Findings from reading only; nothing was changed. Each observation is one control on one subject, with the facts that it read.',
    '全部结果均通过只读方式取得，未作任何更改。每条观察对应一个控制项在一个对象上的结果，并附其依据的事实。',
  ),
  objective: text(
    'Determine, as far as the container platform can show it: {title}. The rest is for the assessor.',
    '就容器平台能够证明的部分，判定：{title}。其余部分由评估人员判断。',
  ),
  plan: text(
    'No assessment plan was written beforehand. Instead, every control of the catalog was applied to every subject of its kind that could be listed.',
    '事先未编制评估计划。此处代为说明：目录中的每个控制项均应用于可列出的每个同类对象。',
  ),
  catalog: text('Catalog that the control ids come from', '控制编号所属目录'),
  all: text('All subjects of the kind {kind}', '所有{kind}类对象'),
  tasks: text(
    'For a person to answer, and therefore without a finding:',
    '以下事项须由人员答复，故未列结论：',
  ),
  unlisted: text('Could not be listed:', '未能列出：'),
  accepted: text('Accepted: {title}', '已接受：{title}'),
  acceptance: text(
    'The failure stays a failure and is accepted until the deadline, inclusive, UTC.',
    '该项仍判为未通过，在截止日（含当日，UTC）前予以接受。',
  ),
  open: text('Failed: {title}', '未通过：{title}'),
  doubtful: text('Not determined: {title}', '无法判定：{title}'),
  subjects: text('Subjects: {count}', '对象数：{count}'),
  nothing: text('Nothing is open', '没有待整改事项'),
  'nothing-described': text(
    'No control failed, and nothing is undetermined.',
    '没有未通过的控制项，也没有无法判定的内容。',
  ),
  owner: text('Owner of a waiver', '风险接受责任人'),
  approver: text('Approver of a waiver', '风险接受批准人'),
  attester: text('Who states something', '声明人'),
  tool: text('Collects facts and judges them', '采集事实并作出判定'),
} as const satisfies Record<string, Text>;
