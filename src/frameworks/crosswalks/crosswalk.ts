import type { Text } from '../../core/text.ts';

/**
 * What became of a requirement in the next edition: unchanged but perhaps for its number (`same`, `moved`),
 * asked in other words, more, less or wider (`reworded`, `tightened`, `loosened`, `widened`), drawn together
 * with others (`merged`), taken apart (`split`), or only on one side (`new`, `removed`).
 */
export const relations = [
  'same',
  'moved',
  'reworded',
  'tightened',
  'loosened',
  'widened',
  'merged',
  'split',
  'new',
  'removed',
] as const;

/** What became of a requirement in the next edition. */
export type Relation = (typeof relations)[number];

/** Requirements of the older edition and what they are in the newer one. */
export interface CrosswalkRow<From extends string = string, To extends string = string> {
  /** Empty where it is new. */
  readonly from: readonly From[];
  /** Empty where it was removed without a trace; else what covers it now. */
  readonly to: readonly To[];
  readonly relation: Relation;
  /** What a reader should know of this row. */
  readonly note?: Text;
}

/** How one edition of a standard leads to a later one. */
export interface Crosswalk {
  readonly from: string;
  readonly to: string;
  /** Who compared them, and how far that can be trusted. */
  readonly source: Text;
  readonly rows: readonly CrosswalkRow[];
}

/**
 * One row as a data file writes it, a line each: ids in the older edition, relation, ids in the newer one,
 * and a note in English and in Chinese if there is one.
 */
export type CrosswalkLine<From extends string, To extends string> = readonly [
  from: readonly From[],
  relation: Relation,
  to: readonly To[],
  en?: string,
  zh?: string,
];

/** Reads a table of rows. */
export function rowsFrom<From extends string, To extends string>(
  lines: readonly CrosswalkLine<From, To>[],
): readonly CrosswalkRow<From, To>[] {
  return lines.map(([from, relation, to, en, zh]) => ({
    from,
    to,
    relation,
    ...(en === undefined || zh === undefined ? {} : { note: { en, zh } }),
  }));
}
