import { text } from '../../core/text.ts';
import type { StatusWords } from '../heads/status-words.ts';

/**
 * A SOC 2 report gives, for each test of a control, exceptions or none. What management says is an
 * assertion, and is no test.
 */
export const soc2Words = {
  'not-satisfied': text('Exceptions noted', '发现例外'),
  undetermined: text('Not tested: evidence could not be read', '未测试：证据无法读取'),
  'accepted-with-waiver': text(
    'Exceptions noted: accepted by management',
    '发现例外：管理层已接受',
  ),
  'accepted-with-compensating-control': text(
    'Exceptions noted: compensating control in place',
    '发现例外：已采取补偿控制',
  ),
  weakened: text('Tested in part: a weakness was found', '仅部分测试：发现薄弱之处'),
  'not-applicable': text('Not applicable', '不适用'),
  satisfied: text('No exceptions noted (container layer)', '未发现例外（容器层面）'),
  supported: text('Tested in part: more evidence needed', '仅部分测试：尚需补充证据'),
  'context-only': text('Not tested: context only', '未测试：仅供参考'),
  'not-tested': text('Not tested: nothing to test was found', '未测试：未发现可测试的内容'),
  attested: text('Not tested: asserted by management', '未测试：管理层已作声明'),
  'not-assessed': text('Not tested', '未测试'),
} as const satisfies StatusWords;
