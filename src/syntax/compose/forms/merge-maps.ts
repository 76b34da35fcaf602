import { map, type MapNode } from '../tree/nodes.ts';
import { isNothing, type Form } from './form.ts';

/** Lays one map over another: field by field, each by its own rules, and as tags ask. */
export function mergeMaps(base: MapNode, over: MapNode, formOf: (name: string) => Form): MapNode {
  const entries = new Map(base.entries);
  for (const [name, entry] of over.entries) {
    const below = entries.get(name);
    if (entry.value.tag === 'reset') entries.delete(name);
    else if (!below || entry.value.tag === 'override' || isNothing(below.value)) {
      entries.set(name, entry);
    } else if (!below.value.fault) {
      // What is refused stays so, whatever is laid over it.
      const form = formOf(name);
      if (isNothing(entry.value) && form.clears !== true) continue;
      entries.set(name, { key: entry.key, value: form.merge(below.value, entry.value) });
    }
  }
  return map(entries, base.place);
}
