import { list, map, type Entry, type Node, type ScalarNode } from '../tree/nodes.ts';

const untagged = ({ tag: _, ...rest }: ScalarNode): ScalarNode => rest;

/** Takes away what is tagged to be taken away, where nothing more is laid over it. */
export function settleTags(node: Node): Node {
  if (node.kind === 'scalar') return node.tag === undefined ? node : untagged(node);
  if (node.kind === 'list') {
    const { passedOver } = node;
    const settled = list(node.items.map(settleTags), node.place);
    return passedOver === undefined ? settled : { ...settled, passedOver };
  }
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    if (value.tag !== 'reset') entries.set(name, { key, value: settleTags(value) });
  }
  return map(entries, node.place);
}
