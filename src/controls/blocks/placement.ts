import type { WorkloadFacts } from '../../core/subjects/workload/workload.ts';

/** A label of a host that a Swarm's constraint asks for; none for one that it must not have. */
export function labelOfConstraint(constraint: string): readonly string[] {
  const [asked = '', value = ''] = constraint.split('==').map((part) => part.trim());
  const name = /^(?:node|engine)\.labels\.(\S+)$/.exec(asked)?.[1];
  return name === undefined || value === '' ? [] : [`${name}=${value}`];
}

/** How Rancher is made to put a container on a host with a label; `_ne` and `_soft` pin nothing. */
const rancherPin = 'io.rancher.scheduler.affinity:host_label';

/** The labels that a host must have, for a scheduler to place it there: `name=value`. */
export const askedLabels = (w: WorkloadFacts): readonly string[] => [
  ...w.placement.flatMap(labelOfConstraint),
  ...(w.labels[rancherPin] ?? '')
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== ''),
];

/** Whether something other than a person decides where it runs. */
export const isScheduled = (w: WorkloadFacts): boolean =>
  w.origin === 'swarm-service' ||
  Object.keys(w.labels).some((name) => name.startsWith('io.rancher.'));
