import { text } from '../../core/text.ts';
import type { StatusWords } from '../heads/status-words.ts';

/**
 * The result of a single point in an assessment of 等保 is 符合, 部分符合, 不符合 or 不适用, and has no word for
 * what had nothing to test. 部分符合 means that
 * something of a point was found wanting: evidence that is good and not complete is not that. How far a point
 * fails is for the assessor to say, and so is whether another measure makes up for it, in the overall assessment.
 */
export const dengbaoWords = {
  'not-satisfied': text('Not met, or met in part', '不符合或部分符合'),
  undetermined: text('No result: evidence not obtained', '暂无结果：未取得证据'),
  'accepted-with-waiver': text(
    'Not met, or met in part: exception accepted',
    '不符合或部分符合：例外已获批准',
  ),
  'accepted-with-compensating-control': text(
    'Not met, or met in part: another measure is for the overall assessment',
    '不符合或部分符合：已有弥补措施，留待整体测评',
  ),
  weakened: text('Met in part at most: a weakness was found', '至多部分符合：发现薄弱之处'),
  'not-applicable': text('Not applicable', '不适用'),
  satisfied: text('Met (container layer)', '符合（容器层面）'),
  supported: text('Nothing failed, evidence not complete', '未见不符合，证据尚不完整'),
  'context-only': text('Not assessed: context only', '未测评：仅供参考'),
  'not-tested': null,
  attested: text(
    'Not assessed: stated, for the assessor to check',
    '未测评：已有声明，待测评师核查',
  ),
  'not-assessed': text('Not assessed', '未测评'),
} as const satisfies StatusWords;
