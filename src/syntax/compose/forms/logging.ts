import { fieldOf, textOf } from '../tree/nodes.ts';
import type { Form } from './form.ts';
import { fields } from './maps.ts';
import { pairs } from './pairs.ts';
import { text } from './scalars.ts';

/** Options belong to a driver: of another driver, none stay. */
const loggingFields = fields({ driver: text, options: pairs() });
/** Where the output goes. */
export const logging: Form = {
  normalise: loggingFields.normalise,
  merge: (base, over) => {
    const [before, after] = [fieldOf(base, 'driver'), fieldOf(over, 'driver')].map(textOf);
    return after === undefined || before === undefined || after === before
      ? loggingFields.merge(base, over)
      : over;
  },
};
