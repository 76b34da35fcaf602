import { describeGuard, type Breaks, type Shows } from '../../frameworks.ts';
import { text, type Language, type Link, type Text } from '../../index.ts';

/** What a pass of a control shows of a requirement, in words. */
export const showsWords = {
  all: text('all', '全部'),
  part: text('part', '部分'),
  context: text('context', '参考'),
} as const satisfies Record<Shows, Text>;

/** What a failure of a control does to a requirement, in words. */
export const breaksWords = {
  breaks: text('breaks', '不满足'),
  weakens: text('weakens', '削弱'),
  nothing: text('nothing', '不影响'),
} as const satisfies Record<Breaks, Text>;

const inFull = {
  shows: {
    all: text('a pass shows all', '通过可全部证明'),
    part: text('a pass shows a part', '通过可部分证明'),
    context: text('a pass is context', '通过仅供参考'),
  },
  breaks: {
    breaks: text('a failure breaks it', '未通过即不满足'),
    weakens: text('a failure weakens it', '未通过则削弱'),
    nothing: text('a failure breaks nothing', '未通过不影响判定'),
  },
} as const;

/** Both in one phrase, where no heads of columns stand above. */
export const bearingInWords = (
  { shows, breaks }: Pick<Link, 'shows' | 'breaks'>,
  language: Language,
): string =>
  [inFull.shows[shows][language], inFull.breaks[breaks][language]].join(
    { en: ', ', zh: '，' }[language],
  );

/** A guard as it is read behind a control: ` (max ≤ 4096)`; nothing where there is none. */
export const guardOf = (guard: Link['guard']): string =>
  guard ? ` (${describeGuard(guard)})` : '';
