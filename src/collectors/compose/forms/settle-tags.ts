import { list, map, type Entry, type Node } from '../node.ts';

/** Takes away what is tagged to be taken away, where nothing more is laid over it. */
export function settleTags(node: Node): Node {
  if (node.kind === 'scalar') {
    const { tag, ...rest } = node;
    return tag === undefined ? node : rest;
  }
  if (node.kind === 'list') return list(node.items.map(settleTags), node.place);
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    if (value.tag !== 'reset') entries.set(name, { key, value: settleTags(value) });
  }
  return map(entries, node.place);
}
