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
import { refuse, standIn, standUnset } from './needed.ts';
import { substitute, type Variables } from './substitute.ts';

/**
 * Fields of a service of which each text stands for itself, as its image does: one that is not known
 * leaves all others as they are.
 */
const apart: ReadonlySet<string> = new Set(['environment', 'labels']);

/** The same of fields within one, as the labels that a Swarm gives a service are. */
const apartWithin: ReadonlyMap<string, string> = new Map([
  ['build', 'args'],
  ['deploy', 'labels'],
]);

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
  const within = apartWithin.get(field);
  if (within !== undefined && value.kind === 'map') {
    return eachField(value, (name, part) => fill(part, variables, name === within));
  }
  if (field === 'environment') return fill(value, variables, true, standUnset);
  if (field === 'user') return fill(value, variables, false, standUnset);
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

/**
 * @param mayLack whether a text may say that it needs a variable
 * @param open what stands for a variable without a value; absent where nothing does
 */
function fill(node: Node, variables: Variables, mayLack: boolean, open?: typeof standUnset): Node {
  if (node.kind === 'map') {
    return eachField(node, (_, value) => fill(value, variables, mayLack, open));
  }
  if (node.kind === 'list') {
    const items = node.items.map((item) =>
      // Of `NAME=value` the name must be known.
      /^[^$]*=/.test(textOf(item) ?? '')
        ? fill(item, variables, mayLack, open)
        : fill(item, variables, false),
    );
    return tagged(list(items, node.place), node.tag);
  }
  const lacking = { needed: mayLack ? standIn : refuse, ...(open ? { open } : {}) };
  return fillText(node, (text) => substitute(text, variables, node.place, lacking));
}

const fillText = (node: ScalarNode, put: (text: string) => string): Node =>
  typeof node.value === 'string' && node.value.includes('$')
    ? tagged(scalar(put(node.value), node.place), node.tag)
    : node;
