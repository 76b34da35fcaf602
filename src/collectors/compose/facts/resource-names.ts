import type { Project } from '../loading/load-project.ts';
import {
  entriesOf,
  fieldOf,
  itemsOf,
  textOf,
  type Node,
} from '../../../syntax/compose/tree/nodes.ts';
import { isTrue } from './read-fields.ts';

/** What a project may make beside its services. */
export type Resource = 'networks' | 'volumes';

/** What a service may name of its project. */
export type Part = Resource | 'secrets' | 'configs';

/** Whether a project has what a service names, be there nothing said of it; its default network is always there. */
export function isDefined(project: Project, kind: Part, name: string): boolean {
  if (kind === 'networks' && name === 'default') return true;
  const known = fieldOf(project.whole, kind);
  return known?.kind === 'map' && known.entries.has(name);
}

/** What the file says of a network or a volume of a project; `undefined` when it says nothing. */
export const resourceOf = (project: Project, kind: Resource, name: string): Node | undefined =>
  fieldOf(project.whole, kind, name);

/** Whether a network or a volume is made elsewhere. */
export const isExternal = (resource: Node | undefined): boolean =>
  isTrue(fieldOf(resource, 'external'));

/** How engines call a network or a volume: by the project's name and its own, unless it says otherwise. */
export function fullName(project: Project, kind: Resource, name: string): string {
  const resource = resourceOf(project, kind, name);
  return (
    textOf(fieldOf(resource, 'name')) ?? (isExternal(resource) ? name : `${project.name}_${name}`)
  );
}

/** The networks that a service is on, as the file calls them; without a word it is on the project's own. */
export function networksOfService(service: Node): readonly string[] {
  if (fieldOf(service, 'network_mode')) return [];
  const asked = entriesOf(fieldOf(service, 'networks')).map(([name]) => name);
  return asked.length > 0 ? asked : ['default'];
}

/** The named volumes that a service mounts, as the file calls them. */
export const volumesOfService = (service: Node): readonly string[] =>
  itemsOf(fieldOf(service, 'volumes')).flatMap((volume) => {
    const name = textOf(fieldOf(volume, 'source'));
    return textOf(fieldOf(volume, 'type')) === 'volume' && name ? [name] : [];
  });

/** Which services use what a project makes, by its name in the file; what nothing uses, Compose does not make. */
export function usersOf(project: Project, kind: Resource): ReadonlyMap<string, readonly string[]> {
  const named = kind === 'networks' ? networksOfService : volumesOfService;
  const users = new Map<string, string[]>();
  for (const [service, { value }] of project.services) {
    for (const name of new Set(named(value))) {
      // What is nowhere defined is not made.
      if (!isDefined(project, kind, name)) continue;
      const known = users.get(name);
      if (known) known.push(service);
      else users.set(name, [service]);
    }
  }
  return users;
}
