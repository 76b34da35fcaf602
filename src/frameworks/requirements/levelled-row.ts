import type { Requirement } from '../../core/frameworks/framework.ts';
import { chapterOf, clauseAbove, compareClauses } from './clause.ts';

/**
 * One requirement as a standard with a chapter for each level has it, in one line: a key of ours that ties
 * its places together, nature, confidence, title in English and in Chinese, and its number at each level
 * that asks for it.
 */
export type LevelledRow<Id extends string = string> = readonly [
  key: string,
  nature: Requirement['nature'],
  confidence: Requirement['confidence'],
  en: string,
  zh: string,
  ...ids: Id[],
];

/** Where a requirement stands: its number, and the level that this number belongs to. */
export interface Place<Id extends string = string> {
  readonly id: Id;
  readonly level: string;
}

/**
 * Reads tables of levelled rows into one tree, in the order of the standard.
 *
 * @param before the number of the chapter before that of level 1
 */
export function requirementsByLevel<Id extends string>(
  rows: readonly LevelledRow<Id>[],
  before: number,
): readonly Requirement<Id>[] {
  const requirements = rows.flatMap(([, nature, confidence, en, zh, ...ids]) =>
    ids.map((id): Requirement<Id> => {
      const levels = [String(chapterOf(id) - before)];
      return { id, parent: clauseAbove(id), title: { en, zh }, nature, levels, confidence };
    }),
  );
  return requirements.sort((a, b) => compareClauses(a.id, b.id));
}

/**
 * Where each requirement of a table stands, by its key.
 *
 * @param before the number of the chapter before that of level 1
 */
export function placesByKey<Id extends string>(
  rows: readonly (readonly [key: string, ids: readonly Id[]])[],
  before: number,
): ReadonlyMap<string, readonly Place<Id>[]> {
  const places = new Map<string, readonly Place<Id>[]>();
  for (const [key, ids] of rows) {
    const found = ids.map((id) => ({ id, level: String(chapterOf(id) - before) }));
    places.set(key, [...(places.get(key) ?? []), ...found]);
  }
  return places;
}
