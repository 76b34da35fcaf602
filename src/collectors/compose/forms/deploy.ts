import { anything } from './anything.ts';
import { alone } from './form.ts';
import { labels } from './labels.ts';
import { fields } from './maps.ts';
import { texts } from './sets.ts';
import { text, textOrNumber, whole } from './single.ts';
import { duration, size } from './sizes.ts';

const limits = fields({
  cpus: alone(textOrNumber),
  memory: alone(size),
  pids: alone(whole),
  devices: anything,
  generic_resources: anything,
});

/** What a cluster is told; limits and restarts hold without one as well. */
export const deploy = fields({
  mode: text,
  endpoint_mode: text,
  replicas: alone(whole),
  labels,
  rollback_config: anything,
  update_config: anything,
  resources: fields({ limits, reservations: limits }),
  restart_policy: fields({
    condition: text,
    delay: duration,
    max_attempts: whole,
    window: duration,
  }),
  placement: fields({ constraints: texts, preferences: anything, max_replicas_per_node: whole }),
});
