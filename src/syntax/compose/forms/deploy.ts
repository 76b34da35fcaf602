import { deviceRequests } from './device-requests.ts';
import { alone } from './form.ts';
import { labels } from './labels.ts';
import { listOf } from './lists.ts';
import { fields } from './maps.ts';
import { texts } from './sets.ts';
import { number, text, textOrNumber, whole } from './scalars.ts';
import { duration, size } from './sizes.ts';

const limits = fields({
  cpus: alone(textOrNumber),
  memory: alone(size),
  pids: alone(whole),
  devices: deviceRequests,
  generic_resources: listOf(
    fields({ discrete_resource_spec: fields({ kind: text, value: textOrNumber }) }),
  ),
});

/** How containers are replaced, one after the other. */
const replacing = fields({
  parallelism: whole,
  delay: duration,
  failure_action: text,
  monitor: duration,
  max_failure_ratio: number,
  order: text,
});

/** Settings for a cluster; limits and restarts hold without one as well. */
export const deploy = fields({
  mode: text,
  endpoint_mode: text,
  replicas: alone(whole),
  labels,
  rollback_config: replacing,
  update_config: replacing,
  resources: fields({ limits, reservations: limits }),
  restart_policy: fields({
    condition: text,
    delay: duration,
    max_attempts: whole,
    window: duration,
  }),
  placement: fields({
    constraints: texts,
    preferences: listOf(fields({ spread: text })),
    max_replicas_per_node: whole,
  }),
});
