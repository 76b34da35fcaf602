import type { Requirement } from '../../core/frameworks/framework.ts';

/**
 * One requirement as a framework's data file writes it, a line each: id, the id above or `null` at the
 * top, nature, confidence, title in English and in Chinese, and the levels it belongs to (none means
 * all of them).
 */
export type RequirementRow = readonly [
  id: string,
  parent: string | null,
  nature: Requirement['nature'],
  confidence: Requirement['confidence'],
  en: string,
  zh: string,
  ...levels: string[],
];

/** The ids of a table of requirements, as literal types. */
export type IdOf<Rows extends readonly RequirementRow[]> = Rows[number][0];

/**
 * Reads a table of requirements; the ids stay literal types. The table is taken as one tuple: as an array
 * of rows, the compiler would compare each row with each other one, and give up at a thousand.
 */
export function requirementsFrom<const Rows extends readonly RequirementRow[]>(
  rows: Rows,
): readonly Requirement<IdOf<Rows>>[] {
  return rows.map(([id, parent, nature, confidence, en, zh, ...levels]) => ({
    id,
    parent,
    title: { en, zh },
    nature,
    levels,
    confidence,
  }));
}
