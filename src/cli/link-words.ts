import { text, type Guard, type Strength, type Text } from '../index.ts';

/** How much a control shows of a requirement, in words. */
export const strengthWords = {
  full: text('full', '完全'),
  partial: text('partial', '部分'),
  supporting: text('supporting', '参考'),
} as const satisfies Record<Strength, Text>;

/** A guard as it is read: ` (max ≤ 4096)`; nothing where there is none. */
export function guardOf(guard: Guard | undefined): string {
  if (!guard) return '';
  const { param } = guard;
  if ('equals' in guard) return ` (${param} = ${String(guard.equals)})`;
  if ('includes' in guard) return ` (${param} ⊇ ${guard.includes.join(', ')})`;
  if ('within' in guard) return ` (${param} ⊆ ${guard.within.join(', ')})`;
  if ('bitsWithin' in guard) return ` (${param} ⊆ 0o${guard.bitsWithin.toString(8)})`;
  return 'atMost' in guard ? ` (${param} ≤ ${guard.atMost})` : ` (${param} ≥ ${guard.atLeast})`;
}
