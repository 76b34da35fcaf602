/**
 * What a clause lies below, by its number: `8.1.4.2` for `8.1.4.2 d)`, `8` for `8.1`, `null` for a chapter.
 */
export function clauseAbove(id: string): string | null {
  const end = Math.max(id.lastIndexOf(' '), id.lastIndexOf('.'));
  return end < 0 ? null : id.slice(0, end);
}

/** The number of the chapter that a clause stands in. */
export const chapterOf = (id: string): number => Number(/^\d+/.exec(id)?.[0]);

const parts = (id: string): readonly string[] => id.match(/\d+|\D+/g) ?? [];

/** Sorts clauses as a standard prints them: `8.2` before `8.10`, a clause before what lies below it. */
export function compareClauses(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (one === other) continue;
    const difference = Number(one) - Number(other);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
