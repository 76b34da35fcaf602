import { text } from '../../core/text.ts';
import { dengbaoWords } from '../gbt-22239-2019/words.ts';
import { iso27001Words } from '../iso-27001-2022/words.ts';
import { paymentWords } from '../jrt-0122-2014/words.ts';
import { nist80053Words } from '../nist-800-53-r5/words.ts';
import { pciDss401Words } from '../pci-dss-4.0.1/words.ts';
import type { BuiltinFrameworkId } from './registry.ts';
import { soc2Words } from '../soc2-tsc/words.ts';
import type { StatusWords } from '../heads/status-words.ts';

/** Words for a framework that has none of its own. */
export const generalWords = {
  'not-satisfied': text('Not satisfied', '不满足'),
  undetermined: text('Undetermined', '无法判定'),
  'accepted-with-waiver': text('Not satisfied, accepted with a waiver', '不满足，风险已接受'),
  'accepted-with-compensating-control': text(
    'Not satisfied, accepted with a compensating control',
    '不满足，已采取补偿措施',
  ),
  weakened: text('Weakened: a weakness was found', '有所削弱：发现薄弱之处'),
  'not-applicable': text('Not applicable', '不适用'),
  satisfied: text('Satisfied in the container layer', '容器层面满足'),
  supported: text('Supported, more evidence needed', '有部分证据，尚需补充'),
  'context-only': text('Context only', '仅供参考'),
  'not-tested': text('Nothing to judge', '无可判定的内容'),
  attested: text('Attested by a person', '由责任人声明'),
  'not-assessed': text('Not assessed', '未评估'),
} as const satisfies StatusWords;

/**
 * PCI DSS 3.1 knows In Place, In Place with Compensating Control, Not in Place, Not Applicable and Not
 * Tested. Partial evidence and a person's word put nothing in place: both are for the assessor to test.
 */
const pciWords = {
  'not-satisfied': text('Not in Place', '未到位'),
  undetermined: text('Not Tested: evidence could not be read', '未测试：证据无法读取'),
  'accepted-with-waiver': text('Not in Place: exception accepted', '未到位：例外已获批准'),
  'accepted-with-compensating-control': text(
    'In Place with Compensating Control: for the assessor to validate',
    '已到位（含补偿控制）：待评估方确认',
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

/** A benchmark's item passes or fails; what no control judges is for a person to check. */
const cisWords = {
  'not-satisfied': text('Fail', '未通过'),
  undetermined: text('Unknown', '无法判定'),
  'accepted-with-waiver': text('Fail: exception accepted', '未通过：例外已获批准'),
  'accepted-with-compensating-control': text(
    'Fail: compensating control accepted',
    '未通过：补偿措施已获批准',
  ),
  weakened: text('Partly checked: a weakness was found', '部分检查：发现薄弱之处'),
  'not-applicable': text('Not applicable', '不适用'),
  satisfied: text('Pass', '通过'),
  supported: text('Partly checked, nothing failed', '部分检查，未见不符'),
  'context-only': text('Manual check: context at hand', '需人工检查：有参考信息'),
  'not-tested': text('Manual check: nothing to check was found', '需人工检查：未发现可检查的内容'),
  attested: text('Manual check: attested', '人工检查：已有声明'),
  'not-assessed': text('Manual check: not done', '需人工检查：尚未进行'),
} as const satisfies StatusWords;

const byFramework = {
  'cis-docker-1.6.0': cisWords,
  'cis-docker-1.8.0': cisWords,
  'gbt-22239-2008': dengbaoWords,
  'gbt-22239-2019': dengbaoWords,
  'gbt-41460-2022': paymentWords,
  'gbt-41463-2022': paymentWords,
  'iso-27001-2013': iso27001Words,
  'iso-27001-2022': iso27001Words,
  'jrt-0122-2014': paymentWords,
  'jrt-0122-2018': paymentWords,
  'jrt-0123-2014': paymentWords,
  'jrt-0123-2018': paymentWords,
  // A guide, by which nobody is assessed: it has no words of its own.
  'nist-800-190': generalWords,
  'nist-800-53-r5': nist80053Words,
  'pci-dss-3.1': pciWords,
  'pci-dss-4.0.1': pciDss401Words,
  'soc2-tsc': soc2Words,
  't-iseaa-004-2023': dengbaoWords,
} as const satisfies Record<BuiltinFrameworkId, StatusWords>;

const known = new Map<string, StatusWords>(Object.entries(byFramework));

/**
 * The words of a framework's own readers, or of those of the framework that it extends, or plain ones where
 * neither has any.
 */
export const wordsOf = (frameworkId: string, baseId?: string): StatusWords =>
  known.get(frameworkId) ?? known.get(baseId ?? '') ?? generalWords;
