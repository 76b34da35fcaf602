import { describeGuard } from '../../frameworks.ts';
import { text, type Guard, type Strength, type Text } from '../../index.ts';

/** How much a control shows of a requirement, in words. */
export const strengthWords = {
  full: text('full', '完全'),
  partial: text('partial', '部分'),
  supporting: text('supporting', '参考'),
} as const satisfies Record<Strength, Text>;

/** A guard as it is read behind a control: ` (max ≤ 4096)`; nothing where there is none. */
export const guardOf = (guard: Guard | undefined): string =>
  guard ? ` (${describeGuard(guard)})` : '';
