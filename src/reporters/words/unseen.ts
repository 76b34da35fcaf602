import { reasonWords } from '../../core/facts/gap.ts';
import type { Words } from './table.ts';

/** What could not be read. */
export const unseenWords = {
  'unseen.intro': {
    en: 'Facts that could not be read are no evidence. Nothing below was counted as a pass.',
    zh: '未能读取的内容不构成证据，以下各项均未计为通过。',
  },
  'unseen.lists': { en: 'Could not be listed', zh: '未能列出' },
  'unseen.kind': { en: 'Kind', zh: '类型' },
  'unseen.every-kind': { en: 'everything', zh: '全部类型' },
  'unseen.reason': { en: 'Reason', zh: '原因' },
  'unseen.detail': { en: 'Answer', zh: '返回内容' },
  'unseen.source': { en: 'Read from', zh: '读取位置' },
  'unseen.facts': {
    en: 'Single facts that could not be read, over all subjects: {count}.',
    zh: '在全部对象中未能读取的单项事实：{count} 项。',
  },
  'unseen.findings': { en: 'Checks left undecided, by reason', zh: '无法判定的检查（按原因）' },
  'unseen.check': { en: 'What could not be shown, by reason', zh: '未能证实的事项（按原因）' },
  'unseen.reason-count': { en: '{reason} (findings: {count})', zh: '{reason}（{count} 项结果）' },
  'unseen.errors': { en: 'Controls that failed to run', zh: '运行出错的控制项' },
  'unseen.nothing': {
    en: 'Everything requested was read.',
    zh: '所请求的内容均已读取。',
  },
  'reason.denied': reasonWords.denied,
  'reason.unavailable': reasonWords.unavailable,
  'reason.timeout': reasonWords.timeout,
  'reason.malformed': reasonWords.malformed,
  'reason.unsupported': reasonWords.unsupported,
  'reason.not-understood': reasonWords['not-understood'],
} as const satisfies Words;
