/**
 * What a clause lies below, by its number: `8.1.4.2` for `8.1.4.2 d)`, `8` for `8.1`, `null` for a chapter.
 */
export function clauseAbove(id: string): string | null {
  const end = Math.max(id.lastIndexOf(' '), id.lastIndexOf('.'));
  return end < 0 ? null : id.slice(0, end);
}

/** The number of the chapter that a clause stands in. */
export const chapterOf = (id: string): number => Number(/^\d+/.exec(id)?.[0]);

/** Sorts clauses as a standard prints them: `8.2` before `8.10`, a clause before what lies below it. */
export const compareClauses: (a: string, b: string) => number = new Intl.Collator('en', {
  numeric: true,
}).compare;
