import { list, map, refused, scalar, type Entry, type Node } from '../node.ts';

/** Takes away what is tagged to be taken away, where nothing more is laid over it. */
export function settleTags(node: Node): Node {
  if (node.fault) return refused(node.place, node.fault);
  if (node.kind === 'scalar') return scalar(node.value, node.place);
  if (node.kind === 'list') return list(node.items.map(settleTags), node.place);
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    if (value.tag !== 'reset') entries.set(name, { key, value: settleTags(value) });
  }
  return map(entries, node.place);
}
