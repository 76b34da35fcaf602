import { brokenByFailure, shownByPass, type Link } from '../../core/frameworks/mapping.ts';

/**
 * Of several links from one control to one requirement, one: the first of those that show most, with the most that
 * any of them breaks. They come about where links to parts of a requirement are taken to count for the whole.
 */
export function strongestLinks<L extends Link>(links: readonly L[]): readonly L[] {
  const chosen = new Map<string, L>();
  for (const link of links) {
    const pair = `${link.control} ${link.requirement}`;
    const before = chosen.get(pair) ?? link;
    const most =
      shownByPass.indexOf(link.shows) < shownByPass.indexOf(before.shows) ? link : before;
    const breaks = brokenByFailure.find((each) => each === link.breaks || each === before.breaks);
    chosen.set(pair, { ...most, breaks: breaks ?? most.breaks });
  }
  return [...chosen.values()];
}
