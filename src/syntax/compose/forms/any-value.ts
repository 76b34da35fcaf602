import { list } from '../tree/nodes.ts';
import type { Form } from './form.ts';
import { mergeMaps } from './merge-maps.ts';

/** Anything at all, merged as its kind says. */
export const anything: Form = {
  normalise: (node) => node,
  merge: (base, over) => {
    if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over, () => anything);
    if (base.kind === 'list' && over.kind === 'list') {
      return list([...base.items, ...over.items], over.place);
    }
    return over;
  },
};
