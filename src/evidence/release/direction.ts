import type { Guard } from '../../core/frameworks/mapping.ts';

/** Whether less passes than before, or more; `other` where that is not known. */
export const directions = ['stricter', 'looser', 'other'] as const;

/** One of {@link directions}. */
export type Direction = (typeof directions)[number];

/** Which direction a parameter moved in, by the limits that a mapping sets for it. */
export function directionOf(before: unknown, after: unknown, guard: Guard | undefined): Direction {
  if (!guard) return 'other';
  if ('equals' in guard) {
    if (after === guard.equals) return 'stricter';
    return before === guard.equals ? 'looser' : 'other';
  }
  if ('includes' in guard) return byMembers(after, before);
  if ('within' in guard) return byMembers(before, after);
  if (typeof before !== 'number' || typeof after !== 'number') return 'other';
  if ('bitsWithin' in guard) {
    if ((after & ~before) === 0) return 'stricter';
    return (before & ~after) === 0 ? 'looser' : 'other';
  }
  const isLower = after < before;
  return ('atMost' in guard ? isLower : !isLower) ? 'stricter' : 'looser';
}

/** Stricter where the first list has all that the second has, and more. */
function byMembers(more: unknown, fewer: unknown): Direction {
  if (!Array.isArray(more) || !Array.isArray(fewer)) return 'other';
  const has = (all: readonly unknown[], some: readonly unknown[]): boolean =>
    some.every((each) => all.includes(each));
  if (has(more, fewer)) return has(fewer, more) ? 'other' : 'stricter';
  return has(fewer, more) ? 'looser' : 'other';
}
