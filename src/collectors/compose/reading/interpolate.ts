import {
  list,
  map,
  scalar,
  tagged,
  textOf,
  type Entry,
  type Node,
  type ScalarNode,
} from '../node.ts';
import { fillName } from './image-name.ts';
import { refuse, standIn } from './needed.ts';
import { substitute, type Variables } from './substitute.ts';

/**
 * Fields of a service of which each text stands for itself, as its image and build arguments do: one that is not known
 * leaves all others as they are.
 */
const apart: ReadonlySet<string> = new Set(['environment', 'labels']);

/**
 * Puts the values of variables into every text of a file, names of fields excepted. Where one that must be set is not,
 * a text that stands for itself says so, and any other is refused.
 *
 * @throws PlimsollError `compose-invalid`
 */
export const interpolate = (document: Node, variables: Variables): Node =>
  eachField(document, (top, node) =>
    top === 'services'
      ? eachField(node, (_, service) =>
          eachField(service, (field, value) => fillField(field, value, variables)),
        )
      : fill(node, variables, top.startsWith('x-')),
  );

function fillField(field: string, value: Node, variables: Variables): Node {
  if (field === 'build' && value.kind === 'map') {
    return eachField(value, (name, part) => fill(part, variables, name === 'args'));
  }
  return field === 'image' && value.kind === 'scalar'
    ? fillText(value, (text) => fillName(text, variables, value.place))
    : fill(value, variables, apart.has(field));
}

function eachField(node: Node, next: (name: string, value: Node) => Node): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    entries.set(name, { key, value: next(name, value) });
  }
  return tagged(map(entries, node.place), node.tag);
}

/** @param mayLack whether a text may say that it needs a variable */
function fill(node: Node, variables: Variables, mayLack: boolean): Node {
  if (node.kind === 'map') return eachField(node, (_, value) => fill(value, variables, mayLack));
  if (node.kind === 'list') {
    const items = node.items.map((item) =>
      // Of `NAME=value` the name must be known.
      fill(item, variables, mayLack && /^[^$]*=/.test(textOf(item) ?? '')),
    );
    return tagged(list(items, node.place), node.tag);
  }
  const needed = mayLack ? standIn : refuse;
  return fillText(node, (text) => substitute(text, variables, node.place, { needed }));
}

const fillText = (node: ScalarNode, put: (text: string) => string): Node =>
  typeof node.value === 'string' && node.value.includes('$')
    ? tagged(scalar(put(node.value), node.place), node.tag)
    : node;
