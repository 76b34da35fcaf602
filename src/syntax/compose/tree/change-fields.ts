import { list, map, type Entry, type Node } from './nodes.ts';

/** What is made of a value. */
export type Change = (node: Node) => Node;

/** Makes something else of fields of a map that are there and stay. */
export function within(node: Node, changes: Readonly<Record<string, Change>>): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map<string, Entry>(node.entries);
  for (const [name, change] of Object.entries(changes)) {
    const entry = entries.get(name);
    if (entry && entry.value.tag !== 'reset') {
      entries.set(name, { key: entry.key, value: keepTag(entry.value, change(entry.value)) });
    }
  }
  return keepTag(node, map(entries, node.place));
}

/** Makes something else of each item of a list. */
export const eachItem = (node: Node, change: Change): Node =>
  node.kind === 'list'
    ? list(
        node.items.map((item) => change(item)),
        node.place,
      )
    : node;

/** Makes something else of each value of a map. */
export function eachEntry(node: Node, change: (value: Node, name: string) => Node): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    entries.set(name, { key, value: keepTag(value, change(value, name)) });
  }
  return keepTag(node, map(entries, node.place));
}

const keepTag = (from: Node, to: Node): Node =>
  from.tag === undefined ? to : { ...to, tag: from.tag };
