import type { GapTree } from '../facts/gap-tree.ts';
import { guardList } from './list-prototype.ts';
import { note, pathOf, type ViewNode, type ViewRoot } from './recorder.ts';

/** Makes the node of a key below another, or without a parent that of the facts themselves. */
export function createNode(root: ViewRoot, parent: ViewNode | undefined, key: string): ViewNode {
  root.size += 1;
  return {
    root,
    parent,
    key,
    path: parent === undefined ? '' : pathOf(parent, key),
    known: parent === undefined ? root.known : parent.known?.below(key),
    value: root.subject.facts,
    gaps: undefined,
    turn: root.turn,
    viewed: undefined,
    view: root.turn,
    items: undefined,
    lists: undefined,
    below: undefined,
    paths: undefined,
    // A trap is looked up at each read, from the end of its handler, so that `get` costs least as the last of all.
    ...root.traps,
  };
}

/** The node of a key below another, made once. */
export function nodeBelow(parent: ViewNode, key: string): ViewNode {
  parent.below ??= new Map();
  let node = parent.below.get(key);
  if (node === undefined) parent.below.set(key, (node = createNode(parent.root, parent, key)));
  return node;
}

/** Points a node at what stands at its place in the facts of the subject that is looked at now. */
export function point(node: ViewNode, value: object, gaps: GapTree | undefined): ViewNode {
  node.value = value;
  node.gaps = gaps;
  node.turn = node.root.turn;
  node.lists = undefined;
  if (gaps === undefined && Array.isArray(value)) node.items = itemsOf(node, value);
  else {
    node.items = undefined;
    node.view = proxyOf(node);
  }
  // At last: a check that has used up the stack may throw at any line of the above, and the next one comes by here.
  node.viewed = node.root.turn;
  return node;
}

/** The items of a list without gaps; objects among them by their views. */
const itemsOf = (node: ViewNode, list: readonly unknown[]): readonly unknown[] =>
  list.map((item, at) => {
    if (typeof item !== 'object' || item === null) return item;
    const below = point(nodeBelow(node, String(at)), item, undefined);
    if (below.items !== undefined) (node.lists ??= []).push(below);
    return below.view;
  });

/**
 * What a reader has of a node. Of a list without gaps that is a real list, which array methods run through far faster
 * than through a proxy or a frozen one. It is noted as a whole, and since a check could change it, each has its own.
 */
export function viewOf(node: ViewNode): object {
  const { parent, items, lists } = node;
  if (items === undefined) return node.view;
  if (parent !== undefined) note(parent, node.key);
  const own = items.slice();
  if (node.known?.isList === true) guardList(own, node.root.recorder);
  if (lists !== undefined) for (const list of lists) own[Number(list.key)] = viewOf(list);
  return own;
}

/**
 * A proxy of a node. Nothing is ever looked up in what stands behind it, so that a read costs least. Behind
 * a list stands a list, so that it stays one to `Array.isArray`; a copy, since a frozen one could not be viewed.
 */
export const proxyOf = (node: ViewNode): object =>
  new Proxy(Array.isArray(node.value) ? [...(node.value as unknown[])] : node.root.turn, node);
