import { distance } from 'fastest-levenshtein';
import { text, type Text } from './text.ts';

/** Words of an id: `workload-not-privileged` has three. */
const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** `2.2.1` is near `2.2.1.1`, and `11.2.2` is not. */
function holdsInOrder(all: readonly string[], wanted: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === wanted[at]) at += 1;
  return at === wanted.length;
}

/** How many letters may differ: two that changed places, or a third of what was typed. */
const mostWrong = ({ length }: string): number => (length < 4 ? 1 : Math.max(2, length / 3));

/**
 * The names that a person may have meant, nearest first: those that begin as what was typed, those that have all of its words in their order,
 * those in which few letters differ, and those with which it begins. None where nothing is near: a far name helps nobody.
 */
export function nearestNames(
  typed: string,
  names: readonly string[],
  most: number = 3,
): readonly string[] {
  const wanted = typed.toLowerCase();
  const words = wordsOf(typed);
  const far = (name: string): number => {
    const known = name.toLowerCase();
    const count = distance(wanted, known);
    if (wanted.length > 1 && known.startsWith(wanted)) return count / 1000;
    const own = wordsOf(name);
    if (words.length > 0 && holdsInOrder(own, words)) return 1 + count / 1000;
    if (count <= mostWrong(typed)) return 1 + count;
    return known.length > 1 && wanted.startsWith(known) ? typed.length + count : Infinity;
  };
  return names
    .map((name) => ({ name, far: far(name) }))
    .filter((each) => Number.isFinite(each.far))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ name }) => name);
}

/** A sentence with a space behind it that names what is near; empty where nothing is. */
export const sayNearest = (typed: string, names: readonly string[], most?: number): Text =>
  listNearest(nearestNames(typed, names, most));

/** The same of names that were found near already. */
export const listNearest = (near: readonly string[]): Text =>
  near.length === 0
    ? text('', '')
    : text(`The nearest: ${near.join(', ')}. `, `最接近的：${near.join('、')}。`);
