/** Words of an id: `workload-not-privileged` has three. */
const wordsOf = (id: string): readonly string[] => id.toLowerCase().split(/[^a-z0-9]+/);

/**
 * The ids that a person may have meant, nearest first: those that have all the words that were typed, then
 * by the letters that differ.
 */
export async function nearestIds(
  typed: string,
  ids: readonly string[],
  most = 3,
): Promise<readonly string[]> {
  const { distance } = await import('fastest-levenshtein');
  const wanted = wordsOf(typed);
  const rank = (id: string): number => {
    const words = wordsOf(id);
    const missing = wanted.filter((word) => !words.includes(word)).length;
    return missing === 0 ? words.length - wanted.length : 100 + distance(typed, id);
  };
  return ids
    .map((id) => ({ id, rank: rank(id) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ id }) => id);
}
