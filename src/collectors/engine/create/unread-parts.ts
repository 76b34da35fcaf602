import { UnreadPart } from '../../gathering/partial-facts.ts';
import type { Unread } from '../../gathering/unread-gap.ts';

/** A structure some parts of which are not known: to use one makes a gap of the fact that is made of it. */
export function withUnread<T extends object>(known: T, keys: readonly (keyof T)[], why: Unread): T {
  // Parts may be made when they are asked for, and are not asked for here.
  const made = Object.defineProperties({}, Object.getOwnPropertyDescriptors(known)) as T;
  for (const key of keys) {
    Object.defineProperty(made, key, {
      enumerable: true,
      get: () => {
        throw new UnreadPart(why);
      },
    });
  }
  return made;
}
