import { said } from '../../problem.ts';
import type { Form } from './form.ts';
import { listOf } from './lists.ts';
import { fields } from './maps.ts';
import { pairs } from './pairs.ts';
import { texts } from './sets.ts';
import { single, text, wholeIn } from './scalars.ts';

/** How many devices; all of them are -1, as Docker has it. */
const count = single(said('a whole number or all', '整数或 all'), (value) =>
  value === 'all' ? -1 : wholeIn(value),
);

/** Devices that are asked for through a driver: how many, or which. */
export const deviceRequests = listOf(
  fields({ capabilities: texts, count, device_ids: texts, driver: text, options: pairs() }),
);

/** `all`, or one by one. */
export const gpus: Form = {
  merge: deviceRequests.merge,
  normalise: (node, at) =>
    node.kind === 'scalar' ? text.normalise(node, at) : deviceRequests.normalise(node, at),
};
