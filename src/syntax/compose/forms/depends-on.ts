import { fieldOf, map, scalar, type Entry, type Node } from '../tree/nodes.ts';
import { entryAt, type Form } from './form.ts';
import { fields, mapOf } from './maps.ts';
import { namedOr } from './names-or-map.ts';
import { flag, text } from './scalars.ts';

const dependency = fields({ condition: text, restart: flag, required: flag });

/** What is said of a service where nothing more is. */
const joined = { condition: 'service_started', required: true };

/** The services that must be there before. */
export const dependsOn: Form = (() => {
  const form = namedOr(mapOf(dependency), joined);
  return {
    merge: form.merge,
    normalise: (node, at) => {
      const made = form.normalise(node, at);
      if (made.kind !== 'map') return made;
      const entries = new Map<string, Entry>();
      for (const [name, { key, value }] of made.entries) {
        const needed = fieldOf(value, 'required') ? value : withField(value, 'required', true);
        entries.set(name, { key, value: needed });
      }
      return { ...made, entries };
    },
  };
})();

function withField(node: Node, name: string, held: boolean): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map(node.entries);
  return map(entries.set(name, entryAt(scalar(held, node.place))), node.place);
}
