import type { Link } from '../core/frameworks/mapping.ts';
import { strengths } from '../core/frameworks/mapping.ts';

/**
 * Of several links from one control to one requirement, the strongest, and of equals the first. They come
 * about where links to parts of a requirement are taken to count for the whole.
 */
export function strongestLinks<L extends Link>(links: readonly L[]): readonly L[] {
  const chosen = new Map<string, L>();
  for (const link of links) {
    const pair = `${link.control} ${link.requirement}`;
    const before = chosen.get(pair);
    if (before === undefined || rank(link) < rank(before)) chosen.set(pair, link);
  }
  return [...chosen.values()];
}

const rank = ({ strength }: Link): number => strengths.indexOf(strength);
