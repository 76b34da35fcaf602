import { said } from '../../problem.ts';
import { list, type Node } from '../tree/nodes.ts';
import { shortOr, wrong, type Form } from './form.ts';

const aList = said('a list', '列表');

/** A list whose items have one form; `key` says which items are the same, and the later one counts. */
export function listOf(
  item: Form,
  key: (item: Node) => string | undefined = () => undefined,
): Form {
  return {
    normalise: (node, at) => {
      if (node.kind !== 'list') throw wrong(node, at, aList);
      const items = node.items
        .filter((each) => each.tag !== 'reset')
        .map((each, index) => item.normalise(each, `${at}[${index}]`));
      return list(unique(items, key), node.place);
    },
    merge: (base, over) =>
      base.kind === 'list' && over.kind === 'list'
        ? list(unique([...base.items, ...over.items], key), over.place)
        : over,
  };
}

function unique(items: readonly Node[], key: (item: Node) => string | undefined): readonly Node[] {
  const kept = new Map<string, Node>();
  for (const [at, item] of items.entries()) {
    kept.set((item.fault ? undefined : key(item)) ?? `#${at}`, item);
  }
  return [...kept.values()];
}

/** The text of an item, by which equal items are one. */
export const itself = (item: Node): string | undefined =>
  item.kind === 'scalar' ? `=${String(item.value)}` : undefined;

/** A list in which each item may stand for several. */
export function spreading(form: Form, spread: (item: Node, at: string) => readonly Node[]): Form {
  return {
    merge: form.merge,
    normalise: (node, at) => {
      if (node.kind !== 'list') throw wrong(node, at, aList);
      const items = node.items.flatMap((item, index) => spread(item, `${at}[${index}]`));
      return form.normalise(list(items, node.place), at);
    },
  };
}

/** One text, or a list of them. */
export const textOrList = (form: Form): Form =>
  shortOr(form, (node) => (node.kind === 'scalar' ? list([node], node.place) : node));
