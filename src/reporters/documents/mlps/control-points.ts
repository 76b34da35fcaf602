import type { ItemNode } from '../../document/selections/item-tree.ts';

/** An item within a control point has a letter behind the point's number: `8.1.4.1 a)`. */
const lettered = / [a-z]\)$/;

/** Whether a node is a control point: one with lettered items below it, or one that is an item itself. */
export const isControlPoint = ({ entry, below }: ItemNode): boolean =>
  !entry.group || below.every((each) => !each.entry.group && lettered.test(each.entry.id));

/** The control points below a node in their order, each with the class in which it stands. */
export function controlPoints(
  nodes: readonly ItemNode[],
  within?: ItemNode,
): readonly { readonly of: ItemNode | undefined; readonly point: ItemNode }[] {
  return nodes.flatMap((node) =>
    isControlPoint(node) ? [{ of: within, point: node }] : controlPoints(node.below, node),
  );
}
