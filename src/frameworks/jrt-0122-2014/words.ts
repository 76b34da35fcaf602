import { text } from '../../core/text.ts';
import type { StatusWords } from '../heads/status-words.ts';

/** An examination of payment facilities finds an item 符合, 不符合 or 不适用; for what had nothing to test it has no word. */
export const paymentWords = {
  'not-satisfied': text('Does not conform', '不符合'),
  undetermined: text('Not examined: evidence not obtained', '未检测：未取得证据'),
  'accepted-with-waiver': text('Does not conform: exception accepted', '不符合：例外已获批准'),
  'accepted-with-compensating-control': text(
    'Does not conform: another measure in place, for the examiner to judge',
    '不符合：已有替代措施，待检测机构判定',
  ),
  weakened: text('Examined in part: a weakness was found', '部分检测：发现薄弱之处'),
  'not-applicable': text('Not applicable', '不适用'),
  satisfied: text('Conforms (container layer)', '符合（容器层面）'),
  supported: text('Examined in part, nothing failed', '部分检测，未见不符合'),
  'context-only': text('Not examined: context only', '未检测：仅供参考'),
  'not-tested': null,
  attested: text(
    'Not examined: stated, for the examiner to check',
    '未检测：已有声明，待检测机构核查',
  ),
  'not-assessed': text('Not examined', '未检测'),
} as const satisfies StatusWords;
