import { text } from '../../core/text.ts';
import type { StatusWords } from '../heads/status-words.ts';

/**
 * SP 800-53A knows two findings, satisfied and other than satisfied; what could not be decided is the latter, with the
 * reason beside it. What was assessed in part or not at all has no finding yet.
 */
export const nist80053Words = {
  'not-satisfied': text('Other than satisfied', '未满足'),
  undetermined: text(
    'Other than satisfied: evidence could not be read',
    '未满足：证据无法读取，无法判定',
  ),
  'accepted-with-waiver': text('Other than satisfied: risk accepted', '未满足：风险已接受'),
  'accepted-with-compensating-control': text(
    'Other than satisfied: compensating control in place',
    '未满足：已采取补偿控制',
  ),
  weakened: text('Other than satisfied: a weakness was found', '未满足：发现薄弱之处'),
  'not-applicable': text('Not applicable', '不适用'),
  satisfied: text('Satisfied (container layer)', '满足（容器层面）'),
  supported: text('Not fully assessed: partial evidence', '未完全评估：仅有部分证据'),
  'context-only': text('Not assessed: context only', '未评估：仅供参考'),
  'not-tested': text('Not assessed: nothing to assess was found', '未评估：未发现可评估的内容'),
  attested: text(
    'Not assessed: attested, for the assessor to examine',
    '未评估：已有声明，待评估方查验',
  ),
  'not-assessed': text('Not assessed', '未评估'),
} as const satisfies StatusWords;
