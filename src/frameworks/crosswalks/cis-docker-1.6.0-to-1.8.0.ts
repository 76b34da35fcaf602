import { text } from '../../core/text.ts';
import { items, sections } from '../cis-docker/items.ts';
import type { Crosswalk } from './crosswalk.ts';

/** CIS Docker 1.6.0 to 1.8.0, from the table that both editions are made of: one item is new, and twelve moved. */
export const cisDockerCrosswalk: Crosswalk = {
  from: 'cis-docker-1.6.0',
  to: 'cis-docker-1.8.0',
  source: text('The items of both editions side by side.', '两版条目逐项对照。'),
  rows: [
    ...sections.map(([id]) => ({ from: [id], to: [id], relation: 'same' as const })),
    ...items.map(([id, old]) =>
      old === null
        ? { from: [], to: [id], relation: 'new' as const }
        : { from: [old], to: [id], relation: old === id ? ('same' as const) : ('moved' as const) },
    ),
  ],
};
