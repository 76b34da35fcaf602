import { fieldsAt, map, scalar, textOf, type Entry } from '../tree/nodes.ts';
import { entryAt, shortOr, type Form } from './form.ts';

/** A list of names, or a map from each name to what is said of it. */
export const namedOr = (
  long: Form,
  first: Readonly<Record<string, string | boolean>> | null,
): Form =>
  shortOr(long, (node) => {
    if (node.kind !== 'list') return node;
    const entries = new Map<string, Entry>();
    for (const item of node.items) {
      const value =
        first === null
          ? scalar(null, item.place)
          : fieldsAt(
              Object.fromEntries(
                Object.entries(first).map(([name, held]) => [name, scalar(held, item.place)]),
              ),
              item.place,
            );
      entries.set(textOf(item) ?? '', entryAt(value, item.place));
    }
    return map(entries, node.place);
  });
