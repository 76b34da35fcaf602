import type { Redactor } from '../../../redaction/create-redactor.ts';
import type { RawContainer } from '../../api-schemas/container.ts';
import type { RawTasks } from '../../api-schemas/swarm.ts';
import type { SwarmReadings } from '../../reading/read-swarm.ts';
import {
  isMissing,
  missing,
  read,
  sourced,
  type Missing,
  type Sourced,
} from '../../../gathering/partial-facts.ts';

type Service = { readonly id: string; readonly name: string };

const labels = {
  id: 'com.docker.swarm.service.id',
  name: 'com.docker.swarm.service.name',
} as const;

/**
 * Tells which Swarm service a container belongs to. Anybody may put a Swarm's labels on a container: where
 * a manager is asked, its tasks decide; on a worker there is nothing but labels; and without a Swarm, no
 * label makes a service.
 */
export function createServiceOf(
  { role, services, tasks }: SwarmReadings,
  redactor: Redactor,
): (container: RawContainer) => Service | null | Missing | Sourced<Service> {
  const labelled = ({ Config }: RawContainer): Service | null => {
    const id = Config.Labels[labels.id];
    const name = Config.Labels[labels.name];
    return id && name ? { id: redactor.text(id).value, name: redactor.text(name).value } : null;
  };
  if (role === 'none') return () => null;
  if (role === 'worker') return labelled;
  if ('failure' in tasks) {
    return (container) => (labelled(container) === null ? null : missing(tasks.failure));
  }
  const byContainer = read(() => serviceIds(tasks.value));
  if (isMissing(byContainer)) {
    return (container) => (labelled(container) === null ? null : byContainer);
  }
  const names = new Map(services.items.map(({ id, name }) => [id, name]));
  return ({ Id }) => {
    const id = byContainer.get(Id);
    if (id === undefined) return null;
    const source = { kind: 'api', endpoint: '/tasks', pointer: '' } as const;
    return sourced({ id, name: names.get(id) ?? id }, source);
  };
}

const serviceIds = (tasks: RawTasks): ReadonlyMap<string, string> =>
  new Map(
    tasks.flatMap(({ ServiceID, Status }) => {
      const container = Status?.ContainerStatus?.ContainerID;
      return container ? [[container, ServiceID] as const] : [];
    }),
  );
