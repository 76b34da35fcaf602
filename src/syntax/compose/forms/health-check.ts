import { list, scalar } from '../tree/nodes.ts';
import { replaced, shortOr } from './form.ts';
import { listOf } from './lists.ts';
import { fields } from './maps.ts';
import { flag, textOrNumber, whole } from './scalars.ts';
import { duration } from './sizes.ts';

/** How it is seen whether the service is well. */
export const healthcheck = fields({
  disable: flag,
  interval: duration,
  retries: whole,
  start_period: duration,
  start_interval: duration,
  timeout: duration,
  test: shortOr(replaced(listOf(textOrNumber)), (node) =>
    node.kind === 'scalar' ? list([scalar('CMD-SHELL', node.place), node], node.place) : node,
  ),
});
