import { listOf, textOrList } from './lists.ts';
import { fields } from './maps.ts';
import { pairs } from './pairs.ts';
import { flag, text, textOrNumber } from './scalars.ts';

/** Commands that are run in the container beside its own. */
export const hooks = listOf(
  fields({
    command: textOrList(listOf(textOrNumber)),
    user: text,
    privileged: flag,
    working_dir: text,
    environment: pairs(),
  }),
);
