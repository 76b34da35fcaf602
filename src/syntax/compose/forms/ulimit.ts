import type { Form } from './form.ts';
import { fields } from './maps.ts';
import { mergeMaps } from './merge-maps.ts';
import { whole } from './scalars.ts';

/** One limit: a number for both ends, or each by itself. */
export const ulimit: Form = {
  normalise: (node, at) =>
    (node.kind === 'map' ? fields({ soft: whole, hard: whole }) : whole).normalise(node, at),
  merge: (base, over) =>
    base.kind === 'map' && over.kind === 'map' ? mergeMaps(base, over, () => whole) : over,
};
