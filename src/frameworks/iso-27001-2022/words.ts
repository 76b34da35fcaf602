import { text } from '../../core/text.ts';
import type { StatusWords } from '../heads/status-words.ts';

/**
 * A Statement of Applicability says of each control whether it applies and whether it is implemented, for
 * both editions. Partial evidence is not partial implementation, and a person's word is for the auditor.
 */
export const iso27001Words = {
  'not-satisfied': text('Applicable, not or only partly implemented', '适用，未实施或仅部分实施'),
  undetermined: text(
    'Applicable, implementation unknown: evidence could not be read',
    '适用，实施情况未知：证据无法读取',
  ),
  'accepted-with-waiver': text(
    'Applicable, not or only partly implemented: risk accepted',
    '适用，未实施或仅部分实施：风险已接受',
  ),
  'accepted-with-compensating-control': text(
    'Applicable, not or only partly implemented: compensating control in place',
    '适用，未实施或仅部分实施：已采取补偿措施',
  ),
  weakened: text(
    'Applicable, implementation weakened: a weakness was found',
    '适用，实施有所削弱：发现薄弱之处',
  ),
  'not-applicable': text('Excluded: to be justified', '删减：须说明理由'),
  satisfied: text('Applicable, implemented (container layer)', '适用，已实施（容器层面）'),
  supported: text(
    'Applicable, implementation shown in part: more evidence needed',
    '适用，实施情况仅有部分证据：尚需补充',
  ),
  'context-only': text('Applicable, not assessed: context only', '适用，未评估：仅供参考'),
  'not-tested': text(
    'Applicable, not assessed: nothing to judge was found',
    '适用，未评估：未发现可判定的内容',
  ),
  attested: text(
    'Applicable, implementation stated: for the auditor to examine',
    '适用，已声明实施：待审核员查验',
  ),
  'not-assessed': text('Applicable, not assessed', '适用，未评估'),
} as const satisfies StatusWords;
