import type { Requirement } from '../../core/frameworks/framework.ts';
import { items, sections } from './items.ts';

type Item = (typeof items)[number];
type SectionId = (typeof sections)[number][0];

/** Number of an item in 1.8.0, sections left out. */
export type ItemId = Item[0];

/**
 * The sections and items of one edition.
 *
 * @param numberOf how that edition numbers an item, if it has it
 * @param automated the items that it marks as assessed by a program, by their numbers in 1.8.0
 */
export function requirementsOf<Id extends string>(
  numberOf: (item: Item) => Id | null,
  automated: readonly ItemId[],
): readonly Requirement<Id | SectionId>[] {
  const own = items.flatMap((item): Requirement<Id>[] => {
    const id = numberOf(item);
    const [newest, , parent, level, en, zh] = item;
    if (id === null) return [];
    return [
      {
        id,
        parent,
        title: { en, zh },
        nature: 'technical',
        levels: [level],
        confidence: 'verified',
        assessed: automated.includes(newest) ? 'automated' : 'manual',
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
