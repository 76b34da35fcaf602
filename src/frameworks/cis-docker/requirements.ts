import type { Requirement } from '../../core/framework.ts';
import { items, sections } from './items.ts';

type Item = (typeof items)[number];
type SectionId = (typeof sections)[number][0];

/** Number of an item in 1.8.0, sections left out. */
export type ItemId = Item[0];

/** The sections and items of one edition; `numberOf` says how that edition numbers an item, if it has it. */
export function requirementsOf<Id extends string>(
  numberOf: (item: Item) => Id | null,
): readonly Requirement<Id | SectionId>[] {
  const own = items.flatMap((item): Requirement<Id>[] => {
    const id = numberOf(item);
    const [, , parent, level, en, zh] = item;
    if (id === null) return [];
    return [
      {
        id,
        parent,
        title: { en, zh },
        nature: 'technical',
        levels: [level],
        confidence: 'verified',
      },
    ];
  });
  return sections.flatMap(([id, parent, en, zh]): Requirement<Id | SectionId>[] => {
    const below = own.filter((item) => item.parent === id);
    const within = own.filter((item) => item.parent === id || item.parent?.startsWith(`${id}.`));
    // A section is asked for where something in it is, and nowhere else.
    const levels = [...new Set(within.flatMap((item) => item.levels))].sort();
    const title = { en, zh };
    return [{ id, parent, title, nature: 'technical', levels, confidence: 'verified' }, ...below];
  });
}
