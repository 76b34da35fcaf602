import { placesByKey, requirementsByLevel } from '../requirements/levelled-row.ts';
import { items } from './items.ts';
import { structure } from './structure.ts';

/** Level 1 is chapter 6. */
const before = 5;

/** Every requirement of GB/T 22239-2019 at each of its levels, in the order of the standard. */
export const gbt222392019Requirements = requirementsByLevel([...structure, ...items], before);

/** Where each requirement stands. */
export const itemPlaces = placesByKey(
  items.map(([key, , , , , ...ids]) => [key, ids] as const),
  before,
);
