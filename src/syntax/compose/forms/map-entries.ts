import { map, tagged, type Entry, type MapNode, type Node } from '../tree/nodes.ts';

/** Maps the values of a map; a field that maps to nothing is left out. */
export function mapEntries(
  node: MapNode,
  next: (name: string, entry: Entry) => Node | undefined,
): MapNode {
  const entries = new Map<string, Entry>();
  for (const [name, entry] of node.entries) {
    // What is to be taken away need not be right.
    const value = entry.value.tag === 'reset' ? entry.value : next(name, entry);
    if (value) entries.set(name, { key: entry.key, value: tagged(value, entry.value.tag) });
  }
  return map(entries, node.place);
}
