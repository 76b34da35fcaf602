import { text } from '../../core/text.ts';
import type { StatusWords } from '../heads/status-words.ts';

/**
 * PCI DSS 4.0.1 knows In Place, In Place with CCW (a compensating control worksheet), Not Applicable, Not
 * Tested and Not in Place. Partial evidence and a person's word put nothing in place.
 */
export const pciDss401Words = {
  'not-satisfied': text('Not in Place', '未到位'),
  undetermined: text('Not Tested: evidence could not be read', '未测试：证据无法读取'),
  'accepted-with-waiver': text('Not in Place: exception accepted', '未到位：例外已获批准'),
  'accepted-with-compensating-control': text(
    'In Place with CCW: for the assessor to validate',
    '已到位（含补偿控制工作表 CCW）：待评估方确认',
  ),
  weakened: text('Not Fully Tested: a weakness was found', '未完全测试：发现薄弱之处'),
  'not-applicable': text('Not Applicable', '不适用'),
  satisfied: text('In Place (container layer)', '已到位（容器层面）'),
  supported: text('Not Fully Tested: partial evidence', '未完全测试：仅有部分证据'),
  'context-only': text('Not Tested: context only', '未测试：仅供参考'),
  'not-tested': text('Not Tested: nothing to test was found', '未测试：未发现可测试的内容'),
  attested: text(
    'Not Tested: attested, for the assessor to examine',
    '未测试：已有声明，待评估方查验',
  ),
  'not-assessed': text('Not Tested', '未测试'),
} as const satisfies StatusWords;
