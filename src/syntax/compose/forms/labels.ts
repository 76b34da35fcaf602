import { map, scalar, type Entry } from '../tree/nodes.ts';
import type { Form } from './form.ts';
import { pairs } from './pairs.ts';

/** Labels and annotations: one without a value is empty. */
export const labels: Form = {
  ...pairs(),
  normalise: (node, at) => {
    const made = pairs().normalise(node, at);
    if (made.kind !== 'map') return made;
    const entries = new Map<string, Entry>();
    for (const [name, { key, value }] of made.entries) {
      const empty = value.kind === 'scalar' && value.value === null && value.tag === undefined;
      entries.set(name, { key, value: empty ? scalar('', value.place) : value });
    }
    return map(entries, made.place);
  },
};
